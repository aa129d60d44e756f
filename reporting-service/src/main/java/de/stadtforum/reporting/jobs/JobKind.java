package de.stadtforum.reporting.jobs;

import de.stadtforum.messaging.commands.Decision;
import java.util.function.Supplier;

/// What is done for the jobs of one kind. It may be broken off anywhere and begun again: what it does twice is as done once.
public interface JobKind {
    String kind();

    /// @return [Decision.Refused] where a rule forbids it: then the job has failed, and says so
    Decision<?> run(Job job, Course course);

    /// How a job says what it does, and learns whether it may go on.
    interface Course {
        /// @throws LeaseLost when another instance has taken it over
        void step(String name);

        /// How much of the step is done.
        ///
        /// @throws LeaseLost when another instance has taken it over
        void at(long done, long all);

        /// What must stay the same however often the job is begun again: found out once, and kept until it ends.
        ///
        /// @throws LeaseLost when another instance has taken it over
        String once(Supplier<String> found);

        /// To be asked before what others see is written.
        ///
        /// @throws LeaseLost when another instance has taken it over
        void requireLease();
    }

    /// Another instance does the job now, or this one is to stop.
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("the lease is lost", null, false, false);
        }
    }
}
