package de.stadtforum.documents.making.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/// Which parts of a paragraph are read from right to left (UAX #9).
final class RightToLeft implements BidiSplitter {
    private final Bidi paragraph = new Bidi();

    @Override
    public void setParagraph(String text, byte direction) {
        paragraph.setPara(text, direction == RTL ? Bidi.RTL : Bidi.LTR, null);
    }

    @Override
    public int countTextRuns() {
        return paragraph.countRuns();
    }

    @Override
    public BidiTextRun getVisualRun(int number) {
        var run = paragraph.getVisualRun(number);
        return new BidiTextRun(
                run.getStart(), run.getLength(), run.getDirection() == Bidi.RTL ? RTL : LTR);
    }

    @Override
    public byte getBaseDirection(String text) {
        return switch (Bidi.getBaseDirection(text)) {
            case Bidi.RTL -> RTL;
            case Bidi.LTR -> LTR;
            default -> NEUTRAL;
        };
    }

    /// Letters of such a part: joined as they are written, in the order in which they stand on the line.
    static final class Letters implements BidiReorderer {
        private static final ArabicShaping JOINED = new ArabicShaping(ArabicShaping.LETTERS_SHAPE);
        private static final ArabicShaping SINGLE =
                new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(
                    text, Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS);
        }

        @Override
        public String shapeText(String text) {
            return shaped(JOINED, text);
        }

        @Override
        public String deshapeText(String text) {
            return shaped(SINGLE, text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }

        private static String shaped(ArabicShaping how, String text) {
            try {
                return how.shape(text);
            } catch (ArabicShapingException impossible) {
                // only where the result had too little room, and it makes its own
                throw new IllegalStateException(text, impossible);
            }
        }
    }
}
