package io.vigie.benchmarks.access;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** One of Vigie's services in which nobody is asked who they are, as no release can be started. */
public final class WithoutAccess {

    private WithoutAccess() {}

    /** Takes the class of the service and its arguments. */
    public static void main(String[] args) throws ClassNotFoundException {
        new SpringApplication(Class.forName(args[0]), LetIn.class).run(Arrays.copyOfRange(args, 1, args.length));
    }
}
