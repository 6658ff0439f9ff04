package io.vigie.scoring.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The deployment of the highest revision that could be loaded in this process; every task looks at it before it scores. */
public final class Deployments {

    private volatile @Nullable Deployment latest;

    /** Null until there is one. */
    public @Nullable Deployment latest() {
        return latest;
    }

    /**
     * Takes the deployment unless there is one of its revision, or of a higher one. One of the same revision is taken only
     * when it brings the challenger that the other one has to do without.
     */
    public synchronized void put(Deployment deployment) {
        if (revision() < deployment.revision() || completes(deployment)) {
            latest = deployment;
            notifyAll();
        }
    }

    private boolean completes(Deployment deployment) {
        Deployment now = latest;
        return now != null
                && now.revision() == deployment.revision()
                && now.champion().sha256().equals(deployment.champion().sha256())
                && now.challenger() == null
                && deployment.challenger() != null;
    }

    /** Of the latest deployment, 0 when there is none. */
    public long revision() {
        Deployment now = latest;
        return now == null ? 0 : now.revision();
    }

    /**
     * The latest deployment as soon as it has at least that revision.
     *
     * @param patience after which the answer is null
     */
    public synchronized @Nullable Deployment await(long revision, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (latest == null || revision() < revision) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return latest;
    }
}
