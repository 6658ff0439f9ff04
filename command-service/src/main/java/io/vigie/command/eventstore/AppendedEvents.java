package io.vigie.command.eventstore;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Bound to a transaction by its first append; tells the listener once the transaction is committed. */
final class AppendedEvents implements TransactionSynchronization {

    private final long transactionId;
    private final Runnable afterCommit;

    private AppendedEvents(long transactionId, Runnable afterCommit) {
        this.transactionId = transactionId;
        this.afterCommit = afterCommit;
    }

    static void in(long transactionId, Runnable afterCommit) {
        if (TransactionSynchronizationManager.getResource(AppendedEvents.class) == null) {
            AppendedEvents appended = new AppendedEvents(transactionId, afterCommit);
            TransactionSynchronizationManager.bindResource(AppendedEvents.class, appended);
            TransactionSynchronizationManager.registerSynchronization(appended);
        }
    }

    long transactionId() {
        return transactionId;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(AppendedEvents.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(AppendedEvents.class, this);
    }

    @Override
    public void afterCommit() {
        afterCommit.run();
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(AppendedEvents.class);
    }
}
