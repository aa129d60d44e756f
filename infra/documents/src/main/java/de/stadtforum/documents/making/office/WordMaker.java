package de.stadtforum.documents.making.office;

import de.stadtforum.documents.making.Block;
import de.stadtforum.documents.making.Block.Align;
import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.Block.KeyValues;
import de.stadtforum.documents.making.Block.Listing;
import de.stadtforum.documents.making.Block.PageBreak;
import de.stadtforum.documents.making.Block.Paragraph;
import de.stadtforum.documents.making.Block.Picture;
import de.stadtforum.documents.making.Block.Table;
import de.stadtforum.documents.making.Phrase;
import de.stadtforum.documents.making.StandIn;
import de.stadtforum.documents.making.TextDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/// A text to work on (DOCX), with the headings, lists and tables of the office program itself.
///
/// The whole document is in memory while it is made: 10,000 rows of a table take 768 MB of heap and 17 s. 100,000 belong in a sheet.
public final class WordMaker {
    /// @return the file
    /// @throws IllegalArgumentException where a picture is none
    public byte[] of(TextDocument text) {
        try (var word = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            new Writing(word, text).write();
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// One text while it is written.
    private static final class Writing {
        /// A4 less the margins, in twentieths of a point.
        private static final int TEXT_WIDTH = 9412;

        private final XWPFDocument word;
        private final TextDocument text;
        private final WordStyles styles;

        Writing(XWPFDocument word, TextDocument text) {
            this.word = word;
            this.text = text;
            this.styles = new WordStyles(word, text.language());
        }

        void write() {
            var file = word.getProperties();
            file.getCoreProperties().setTitle(StandIn.inXml(text.title()));
            file.getCoreProperties().setSubjectProperty(StandIn.inXml(text.subject()));
            file.getCoreProperties().setCreator(StandIn.inXml(text.organisation()));
            file.getCoreProperties()
                    .getUnderlyingProperties()
                    .setLanguageProperty(text.language().toLanguageTag());
            WordStyles.paper(word);
            number();
            styled(WordStyles.ORGANISATION, Phrase.of(text.organisation()));
            styled(WordStyles.TITLE, Phrase.of(text.title()));
            for (var block : text.blocks()) add(block);
        }

        private void number() {
            var footer = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            footer.setAlignment(ParagraphAlignment.END);
            footer.getCTP().addNewFldSimple().setInstr("PAGE");
            footer.createRun().setText(" / ");
            footer.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        }

        private void add(Block block) {
            switch (block) {
                case Heading(var level, var heading) ->
                        styled(WordStyles.heading(level), Phrase.of(heading));
                case Paragraph(var phrase) -> fill(word.createParagraph(), phrase);
                case Listing(var numbered, var items) -> {
                    var list = styles.list(numbered);
                    for (var item : items) {
                        var paragraph = styled(WordStyles.LIST, item);
                        paragraph.setNumID(list);
                        paragraph.setNumILvl(BigInteger.ZERO);
                    }
                }
                case Table table -> table(table);
                case KeyValues(var facts) -> {
                    var table = table(facts.size(), 2);
                    for (var number = 0; number < facts.size(); number++) {
                        var fact = facts.get(number);
                        var row = table.getRow(number);
                        cell(row, 0, Phrase.of(new Phrase.Strong(fact.name())), Align.START);
                        cell(row, 1, fact.value(), Align.START);
                        keep(row, number < facts.size() - 1);
                    }
                    word.createParagraph();
                }
                case Picture(var png, var alternative) -> picture(png, alternative);
                case PageBreak() -> word.createParagraph().setPageBreak(true);
            }
        }

        private XWPFParagraph styled(String style, Phrase phrase) {
            var paragraph = word.createParagraph();
            paragraph.setStyle(style);
            return fill(paragraph, phrase);
        }

        private void table(Table described) {
            styled(WordStyles.CAPTION, Phrase.of(described.caption()));
            var rows = described.rows();
            var table = table(rows.size() + 1, described.columns().size());
            var head = table.getRow(0);
            head.setRepeatHeader(true);
            for (var column = 0; column < described.columns().size(); column++) {
                var each = described.columns().get(column);
                cell(head, column, Phrase.of(new Phrase.Strong(each.name())), each.align());
                head.getCell(column).setColor("EEF2F7");
            }
            keep(head, !rows.isEmpty());
            for (var number = 0; number < rows.size(); number++) {
                var row = table.getRow(number + 1);
                for (var column = 0; column < described.columns().size(); column++)
                    cell(
                            row,
                            column,
                            rows.get(number).get(column),
                            described.columns().get(column).align());
                // no row stands alone, neither the first nor the last
                keep(row, rows.size() > 1 && (number == 0 || number == rows.size() - 2));
            }
            styles.describe(table, described.caption(), described.rowHeaders());
            word.createParagraph();
        }

        private XWPFTable table(int rows, int columns) {
            var table = word.createTable(rows, columns);
            styles.rule(table);
            table.setWidth(TEXT_WIDTH);
            for (var column = 0; column < columns; column++)
                table.getRow(0).getCell(column).setWidth(String.valueOf(TEXT_WIDTH / columns));
            return table;
        }

        private static void keep(XWPFTableRow row, boolean withNext) {
            row.setCantSplitRow(true);
            if (!withNext) return;
            for (var cell : row.getTableCells())
                for (var paragraph : cell.getParagraphs()) WordStyles.keepNext(paragraph);
        }

        private void cell(XWPFTableRow row, int column, Phrase phrase, Align align) {
            var paragraph = row.getCell(column).getParagraphArray(0);
            fill(paragraph, phrase);
            if (align == Align.END) paragraph.setAlignment(ParagraphAlignment.END);
        }

        private XWPFParagraph fill(XWPFParagraph paragraph, Phrase phrase) {
            if (phrase.rightToLeft()) WordStyles.rightToLeft(paragraph);
            for (var part : phrase.parts())
                switch (part) {
                    case Phrase.Plain(var plain) -> write(paragraph.createRun(), plain);
                    case Phrase.Strong(var strong) -> {
                        var run = paragraph.createRun();
                        run.setBold(true);
                        write(run, strong);
                    }
                    case Phrase.Link(var words, var address) -> {
                        var run = paragraph.createHyperlinkRun(address.toASCIIString());
                        run.setStyle(WordStyles.LINK);
                        write(run, words);
                    }
                }
            return paragraph;
        }

        private static void write(XWPFRun run, String text) {
            var lines = StandIn.inXml(text).lines().toList();
            for (var number = 0; number < lines.size(); number++) {
                if (number > 0) run.addBreak();
                run.setText(lines.get(number), number);
            }
        }

        private void picture(byte[] png, String alternative) {
            try {
                var seen = ImageIO.read(new ByteArrayInputStream(png));
                if (seen == null) throw new IllegalArgumentException(alternative + ": no picture");
                // a pixel has 0.75 points, and a point 20 twentieths
                var shown = Math.min(1.0, TEXT_WIDTH / (seen.getWidth() * 15.0));
                var run = word.createParagraph().createRun();
                var picture =
                        run.addPicture(
                                new ByteArrayInputStream(png),
                                PictureType.PNG,
                                "bild.png",
                                Units.pixelToEMU((int) (seen.getWidth() * shown)),
                                Units.pixelToEMU((int) (seen.getHeight() * shown)));
                var words = StandIn.inXml(alternative);
                picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(words);
                for (var inline : run.getCTR().getDrawingArray(0).getInlineList())
                    inline.getDocPr().setDescr(words);
            } catch (IOException | InvalidFormatException broken) {
                throw new IllegalArgumentException(alternative + ": no picture", broken);
            }
        }
    }
}
