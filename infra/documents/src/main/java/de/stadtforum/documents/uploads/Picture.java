package de.stadtforum.documents.uploads;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A picture as it is seen: decoded and written anew, so that neither where it was taken nor anything else that it carried goes along.
final class Picture {
    private static final long MOST_PIXELS = 40_000_000;

    /// Of a row or a column: whatever is left out, readers have whole rows in memory.
    private static final int LONGEST_SIDE = 20_000;

    /// So many are kept; of a larger picture every second, third … row and column is read. Decoded they take 100 MB, so one picture is decoded at a time.
    private static final long KEPT_PIXELS = 6_000_000;

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Picture() {}

    /// The picture is refused before it is decoded.
    static final class TooManyPixels extends Exception {
        private static final long serialVersionUID = 1L;

        private TooManyPixels(String size) {
            super(size, null, false, false);
        }
    }

    /// Writes what is seen; pictures without see-through parts become JPEG where they were JPEG or WebP, all others PNG.
    ///
    /// @return what was written
    /// @throws IOException also where it is no picture
    static FileKind writeSeen(Path file, FileKind kind, Path to) throws IOException, TooManyPixels {
        ONE_AT_A_TIME.lock();
        try {
            return written(file, kind, to);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static FileKind written(Path file, FileKind kind, Path to)
            throws IOException, TooManyPixels {
        var seen = upright(decode(file, kind), orientation(file));
        var target =
                kind == FileKind.PNG || seen.getColorModel().hasAlpha()
                        ? FileKind.PNG
                        : FileKind.JPEG;
        if (!ImageIO.write(seen, target == FileKind.PNG ? "png" : "jpeg", to.toFile()))
            throw new IOException("no writer for " + target);
        return target;
    }

    private static BufferedImage decode(Path file, FileKind kind)
            throws IOException, TooManyPixels {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("no picture");
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                // what reads WebP has all of it in memory, whatever is left out
                var every = every(reader, kind == FileKind.WEBP ? KEPT_PIXELS : MOST_PIXELS);
                var some = reader.getDefaultReadParam();
                some.setSourceSubsampling(every, every, 0, 0);
                return plain(reader.read(0, some));
            } catch (RuntimeException damaged) { // readers throw what they like at damaged files
                throw new IOException(damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    /// Of how many rows and columns one is read.
    private static int every(ImageReader reader, long most) throws IOException, TooManyPixels {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        var pixels = (long) width * height;
        if (pixels > most || Math.max(width, height) > LONGEST_SIDE)
            throw new TooManyPixels(width + " x " + height);
        return (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
    }

    /// In colours that every writer knows.
    private static BufferedImage plain(BufferedImage picture) {
        var alpha = picture.getColorModel().hasAlpha();
        var plain =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight(),
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var drawing = plain.createGraphics();
        if (!alpha) {
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        }
        drawing.drawImage(picture, 0, 0, null);
        drawing.dispose();
        return plain;
    }

    /// How a camera was held, from 1 to 8 (Exif 2.32, tag 0x0112); 1 where it does not say.
    private static int orientation(Path file) throws IOException {
        try {
            var held =
                    ImageMetadataReader.readMetadata(file.toFile())
                            .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return held != null && held.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? held.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException unreadable) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation < 2 || orientation > 8) return picture;
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turned = orientation >= 5;
        var upright =
                new BufferedImage(
                        turned ? height : width, turned ? width : height, picture.getType());
        var drawing = upright.createGraphics();
        drawing.drawImage(picture, turn(orientation, width, height), null);
        drawing.dispose();
        return upright;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
