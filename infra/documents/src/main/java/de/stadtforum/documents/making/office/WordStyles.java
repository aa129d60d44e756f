package de.stadtforum.documents.making.office;

import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.StandIn;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;

/// How a text looks in the office program: styles by the names that it knows, so that its outline, its lists and whoever edits it find them. Lengths are in twentieths of a point, sizes in halves.
final class WordStyles {
    static final String TITLE = "Title";
    static final String ORGANISATION = "Subtitle";
    static final String CAPTION = "Caption";
    static final String LIST = "ListParagraph";
    static final String LINK = "Hyperlink";

    private static final String FONT = "Arial";
    private static final String BLUE = "14355C";
    private static final String GREY = "C3CCD8";

    private final XWPFNumbering lists;
    private long made;

    WordStyles(XWPFDocument word, Locale language) {
        lists = word.createNumbering();
        var styles = word.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(language.toLanguageTag());
        var plain = style("Normal", "Normal", 20, 120);
        plain.setDefault(true);
        add(styles, plain);
        add(styles, heading(TITLE, "Title", 38, 120));
        add(styles, style(ORGANISATION, "Subtitle", 18, 400));
        add(styles, heading(CAPTION, "caption", 20, 60));
        add(styles, style(LIST, "List Paragraph", 20, 40));
        var sizes = new int[] {28, 24, 22, 20};
        for (var level = 1; level <= Heading.DEEPEST; level++) {
            var heading = heading(heading(level), "heading " + level, sizes[level - 1], 80);
            heading.getPPr().getSpacing().setBefore(BigInteger.valueOf(320 - 40L * level));
            heading.getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            add(styles, heading);
        }
        var link = CTStyle.Factory.newInstance();
        link.setType(STStyleType.CHARACTER);
        link.setStyleId(LINK);
        link.addNewName().setVal("Hyperlink");
        link.addNewRPr().addNewColor().setVal("14508C");
        link.getRPr().addNewU().setVal(STUnderline.SINGLE);
        add(styles, link);
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    private static CTStyle heading(String id, String name, int size, int after) {
        var style = style(id, name, size, after);
        style.getRPr().addNewB();
        style.getRPr().addNewColor().setVal(BLUE);
        style.getPPr().addNewKeepNext();
        return style;
    }

    private static CTStyle style(String id, String name, int size, int after) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewPPr().addNewSpacing().setAfter(BigInteger.valueOf(after));
        style.addNewRPr().addNewSz().setVal(BigInteger.valueOf(size));
        return style;
    }

    private static void add(XWPFStyles styles, CTStyle style) {
        styles.addStyle(new XWPFStyle(style, styles));
    }

    /// @return its number; each list counts from one
    BigInteger list(boolean numbered) {
        var list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.valueOf(made++));
        var level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewLvlText().setVal(numbered ? "%1." : "•");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(500));
        indent.setHanging(BigInteger.valueOf(360));
        return lists.addNum(lists.addAbstractNum(new XWPFAbstractNum(list)));
    }

    /// A4 with the margins of the printed paper.
    static void paper(XWPFDocument word) {
        var section = word.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(11906));
        section.getPgSz().setH(BigInteger.valueOf(16838));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(1247));
        margin.setBottom(BigInteger.valueOf(1361));
        margin.setLeft(BigInteger.valueOf(1361));
        margin.setRight(BigInteger.valueOf(1133));
    }

    static void rightToLeft(XWPFParagraph paragraph) {
        properties(paragraph).addNewBidi();
    }

    static void keepNext(XWPFParagraph paragraph) {
        properties(paragraph).addNewKeepNext();
    }

    private static CTPPr properties(XWPFParagraph paragraph) {
        var xml = paragraph.getCTP();
        return xml.isSetPPr() ? xml.getPPr() : xml.addNewPPr();
    }

    /// Lines between rows, none between columns.
    void rule(XWPFTable table) {
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, GREY);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, GREY);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, GREY);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, GREY);
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, GREY);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, GREY);
        table.setCellMargins(60, 100, 60, 100);
    }

    /// What programs that read aloud say of it: its name, and which cells are heads.
    void describe(XWPFTable table, String caption, boolean rowHeaders) {
        var properties = table.getCTTbl().getTblPr();
        var look = properties.addNewTblLook();
        look.setFirstRow("1");
        look.setFirstColumn(rowHeaders ? "1" : "0");
        properties.addNewTblCaption().setVal(StandIn.inXml(caption));
    }
}
