package de.stadtforum.messaging.operation;

import de.stadtforum.messaging.feeds.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is wrong with a service, most of it with the telling and hearing of facts, by name.
public sealed interface Fault {
    record BrokerAway() implements Fault {}

    record DatabaseAway() implements Fault {}

    /// The database was restored from an old copy: the log knows more of these aggregates, and nothing is told.
    record LogAhead(List<String> aggregates) implements Fault {}

    /// A topic of facts would be deleted in part one day.
    record TopicForgets(String what) implements Fault {}

    /// Facts are not told for longer than a minute.
    ///
    /// @param aggregates how many have facts that wait
    record FactsWait(long aggregates, Duration oldest) implements Fault {}

    /// The broker does not take the next fact of this aggregate; the others go on.
    ///
    /// @param aggregate kind and id
    record Parked(String aggregate, String reason) implements Fault {}

    /// The broker takes nothing for this topic.
    record TopicStopped(String topic, String reason) implements Fault {}

    /// What nobody foresaw stands in the way of telling; it is tried again and again.
    record TellingBroken(String what) implements Fault {}

    /// Somebody else writes to the service's own topic.
    ///
    /// @param source as the record says; `-` where it says nothing
    /// @param place topic, partition and offset of one of them
    record ForeignRecord(String source, String place) implements Fault {}

    /// A poll of the log fails again and again; until it is taken nothing is heard.
    ///
    /// @param why kind of the failure
    record PollFails(String why, Instant since) implements Fault {}

    /// A feed does not go on with one aggregate.
    ///
    /// @param sequence of the fact that is missing, unreadable or refused by the feed's rule
    record Stopped(String feed, String aggregate, long sequence, DeadLetter.Cause cause)
            implements Fault {}

    /// Two facts of one aggregate have the same sequence.
    record Diverged(String feed, String aggregate, long sequence) implements Fault {}

    /// A record that no feed can place.
    ///
    /// @param place topic, partition and offset
    record Unreadable(String place) implements Fault {}

    /// The search index is being built; until then lists come from the database.
    ///
    /// @param about how many entries there will be
    record IndexBuilding(long done, long about) implements Fault {}

    /// There is no search index; lists come from the database, and it is tried again.
    ///
    /// @param why kind of the failure
    record IndexAbsent(String why) implements Fault {}

    /// What is kept by key of a feed is not computed again for longer than a minute.
    record NumbersWait(String feed, Duration oldest) implements Fault {}

    /// The files that people sent take nearly all the room that they may have.
    ///
    /// @param used bytes
    /// @param most bytes
    record FilesFull(long used, long most) implements Fault {}

    /// The disk of this process is nearly full.
    ///
    /// @param free bytes
    record DiskFull(long free) implements Fault {}

    /// The virus scanner does not answer; until it does no file is taken.
    record ScannerAway() implements Fault {}

    /// Whether the service cannot do what it is there for.
    default boolean isSerious() {
        return switch (this) {
            case IndexBuilding _, IndexAbsent _, FilesFull _, DiskFull _, ScannerAway _ -> false;
            default -> true;
        };
    }

    /// Under which health reports it.
    default String kind() {
        return switch (this) {
            case BrokerAway _ -> "broker";
            case DatabaseAway _ -> "database";
            case LogAhead _ -> "logAheadOfDocuments";
            case TopicForgets _ -> "limitedRetention";
            case FactsWait _ -> "factsWait";
            case Parked _ -> "parked";
            case TopicStopped _ -> "topicStopped";
            case TellingBroken _ -> "tellingBroken";
            case ForeignRecord _ -> "foreignRecord";
            case PollFails _ -> "pollFails";
            case Stopped(_, _, _, var cause) ->
                    switch (cause) {
                        case GAP -> "gap";
                        case REFUSED -> "refused";
                        default -> "stopped";
                    };
            case Diverged _ -> "diverged";
            case Unreadable _ -> "unreadable";
            case IndexBuilding _ -> "indexBuilding";
            case IndexAbsent _ -> "indexAbsent";
            case NumbersWait _ -> "numbersWait";
            case FilesFull _ -> "filesFull";
            case DiskFull _ -> "diskFull";
            case ScannerAway _ -> "scannerAway";
        };
    }

    default String inWords() {
        return switch (this) {
            case BrokerAway _, DatabaseAway _ -> "away";
            case LogAhead(var aggregates) -> String.join(", ", aggregates);
            case TopicForgets(var what) -> what;
            case FactsWait(var aggregates, var oldest) ->
                    aggregates + " aggregates, the oldest for " + oldest;
            case Parked(var aggregate, var reason) -> aggregate + ": " + reason;
            case TopicStopped(var topic, var reason) -> topic + ": " + reason;
            case TellingBroken(var what) -> what;
            case ForeignRecord(var source, var place) -> source + " at " + place;
            case PollFails(var why, var since) -> why + " since " + since;
            case Stopped(var feed, var aggregate, var sequence, var cause) ->
                    "feed " + feed + " stops at " + aggregate + " " + sequence + ": " + cause;
            case Diverged(var feed, var aggregate, var sequence) ->
                    "feed " + feed + ", " + aggregate + " " + sequence;
            case Unreadable(var place) -> place;
            case IndexBuilding(var done, var about) -> done + " of about " + about;
            case IndexAbsent(var why) -> why;
            case NumbersWait(var feed, var oldest) -> "feed " + feed + " since " + oldest;
            case FilesFull(var used, var most) -> used + " of " + most + " bytes";
            case DiskFull(var free) -> free + " bytes are free";
            case ScannerAway _ -> "away";
        };
    }
}
