package de.stadtforum.messaging.context;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What a request has read and what it has changed so far, as tags for a cache of its answers. The stores note it by themselves: what a page
/// read is all that it can show, what a command decided is all that it can have changed.
public final class CacheTags {
    private static final ScopedValue<CacheTags> CURRENT = ScopedValue.newInstance();

    /// In signs, as long as a header line may be; beyond it the answer goes without tags.
    private static final int LONGEST = 4_000;

    private final SortedSet<String> shown = new TreeSet<>();
    private final SortedSet<String> changed = new TreeSet<>();
    private boolean showsMore;
    private boolean changesMore;

    /// Runs the work and notes what it reads and changes in this thread.
    public <T> T collect(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Whether this thread works for a request.
    public static boolean collecting() {
        return CURRENT.isBound();
    }

    /// @param tag without spaces
    public static void shows(String tag) {
        if (collecting()) CURRENT.get().shown.add(tag);
    }

    /// Something was read for which there is no tag.
    public static void showsMore() {
        if (collecting()) CURRENT.get().showsMore = true;
    }

    /// For a reading that cannot say itself what it reads.
    public static <T> T showing(String tag, Supplier<T> reading) {
        shows(tag);
        return new CacheTags().collect(reading);
    }

    /// @param tag without spaces
    public static void changes(String tag) {
        if (collecting()) CURRENT.get().changed.add(tag);
    }

    /// Something was written for which there is no tag.
    public static void changesMore() {
        if (collecting()) CURRENT.get().changesMore = true;
    }

    /// Separated by spaces; empty where it is not known.
    public String shown() {
        return showsMore ? "" : line(shown);
    }

    /// Separated by spaces; empty where it is not known.
    public String changed() {
        return changesMore ? "" : line(changed);
    }

    private static String line(SortedSet<String> tags) {
        var line = String.join(" ", tags);
        return line.length() > LONGEST ? "" : line;
    }
}
