package de.stadtforum.messaging.documents;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;

/// Failures of the database that pass: it is away, elects another leader, or did not hear from the others in time.
/// A write that failed so may have been applied all the same.
public final class Transient {
    // HostUnreachable, HostNotFound, NetworkTimeout, MaxTimeMSExpired, WriteConcernFailed
    // (wtimeout), ShutdownInProgress,
    // PrimarySteppedDown, ExceededTimeLimit, ConnectionPoolExpired, SocketException,
    // NotWritablePrimary, InterruptedAtShutdown,
    // InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary
    private static final Set<Integer> CODES =
            Set.of(6, 7, 89, 50, 64, 91, 189, 262, 317, 9001, 10107, 11600, 11602, 13435, 13436);

    private Transient() {}

    public static boolean is(Throwable failure) {
        return switch (failure) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoConnectionPoolClearedException _,
                    MongoServerUnavailableException _,
                    MongoWriteConcernException _,
                    MongoInterruptedException _ ->
                    true;
            case MongoException known ->
                    CODES.contains(known.getCode())
                            || known.hasErrorLabel("RetryableWriteError")
                            || known.hasErrorLabel("TransientTransactionError");
            default -> false;
        };
    }
}
