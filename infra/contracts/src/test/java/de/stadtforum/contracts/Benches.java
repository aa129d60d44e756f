package de.stadtforum.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.session.VotingFact.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One published fact, `de.stadtforum.bench.bench-painted`, and what might be made of it later.
@SuppressWarnings("SameNameButDifferent") // one name, as it was published and as it might become
final class Benches {
    enum Colour {
        GREEN,
        RED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum FewerColours {
        GREEN,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum MoreColours {
        GREEN,
        RED,
        BLUE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    interface Published {
        sealed interface BenchFact extends Fact {
            record BenchPainted(String bench, Colour colour, int coats, @Nullable PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface OptionalFieldAdded {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench,
                    MoreColours colour,
                    int coats,
                    @Nullable PublicText plaque,
                    @Nullable LocalDate on)
                    implements BenchFact {}
        }
    }

    interface TextMadeConstant {
        sealed interface BenchFact extends Fact {
            record BenchPainted(Colour bench, Colour colour, int coats, @Nullable PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface RequiredFieldAdded {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench,
                    Colour colour,
                    int coats,
                    @Nullable PublicText plaque,
                    LocalDate on)
                    implements BenchFact {}
        }
    }

    interface FieldGone {
        sealed interface BenchFact extends Fact {
            record BenchPainted(String bench, Colour colour, int coats) implements BenchFact {}
        }
    }

    interface FieldRenamed {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench, Colour colour, int coats, @Nullable PublicText inscription)
                    implements BenchFact {}
        }
    }

    interface TypeChanged {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench, Colour colour, boolean coats, @Nullable PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface MadeRequired {
        sealed interface BenchFact extends Fact {
            record BenchPainted(String bench, Colour colour, int coats, PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface MadeOptional {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench,
                    Colour colour,
                    @Nullable Integer coats,
                    @Nullable PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface ConstantGone {
        sealed interface BenchFact extends Fact {
            record BenchPainted(
                    String bench, FewerColours colour, int coats, @Nullable PublicText plaque)
                    implements BenchFact {}
        }
    }

    interface FactGone {
        sealed interface BenchFact extends Fact {
            record BenchRepainted(String bench) implements BenchFact {}
        }
    }

    /// Shapes that could not grow, or that readers in other languages could not follow.
    interface Rigid {
        enum Closed {
            OPEN,
            SHUT
        }

        enum Misnamed {
            OPEN,
            @JsonEnumDefaultValue
            OTHER
        }

        sealed interface BenchFact extends Fact {
            record BenchClosed(Closed closed) implements BenchFact {}

            record BenchMisnamed(List<Misnamed> closed) implements BenchFact {}

            record BenchMeasured(double length) implements BenchFact {}
        }
    }

    interface Wordless {
        sealed interface BenchFact extends Fact {
            record BenchPainted(String bench, Colour colour, int coats, @Nullable PublicText plaque)
                    implements BenchFact {}

            record BenchMoved(String whither) implements BenchFact {}
        }
    }

    interface Talkative {
        sealed interface BenchFact extends Fact {
            record BenchBooked(
                    String bench,
                    String contactEmail,
                    List<String> comments,
                    SortedMap<String, Integer> names,
                    PublicText title)
                    implements BenchFact {}

            record ColourChosen(String person, Choice choice) implements BenchFact {}
        }
    }

    private Benches() {}
}
