package io.smartblocks.portal.story;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What a page looks like, and the words that stand in it; beside the picture a file of the same name lists these. */
record Picture(BufferedImage image, List<String> words) {

    /** So many squares may look unlike, of 4,000 in a window: what other hashes and another hand at drawing letters do. */
    static final long ALIKE = 3;

    private static final int SIDE = 16;
    /** Of 255, in the mean of a square. */
    private static final int UNLIKE = 16;

    static Picture of(byte[] png, List<String> words) throws IOException {
        return new Picture(ImageIO.read(new ByteArrayInputStream(png)), words);
    }

    static boolean isIn(Path folder, String name) {
        return Files.exists(picture(folder, name)) && Files.exists(words(folder, name));
    }

    static Picture read(Path folder, String name) throws IOException {
        return new Picture(ImageIO.read(picture(folder, name).toFile()), Files.readAllLines(words(folder, name)));
    }

    /** Writes picture and words; with a palette of 256 colours, which keeps the file small. */
    void write(Path folder, String name) throws IOException {
        ImageIO.write(Palette.reduced(image), "png", picture(folder, name).toFile());
        Files.write(words(folder, name), words);
    }

    static Path picture(Path folder, String name) {
        return folder.resolve(name + ".png");
    }

    private static Path words(Path folder, String name) {
        return folder.resolve(name + ".txt");
    }

    boolean fits(Picture other) {
        return words.equals(other.words) && unlike(other) <= ALIKE;
    }

    /** How many squares have another colour in the mean than those of the other picture; every one if it has another size. */
    long unlike(Picture other) {
        int across = image.getWidth() / SIDE;
        int squares = across * (image.getHeight() / SIDE);
        if (other.image.getWidth() != image.getWidth() || other.image.getHeight() != image.getHeight()) {
            return squares;
        }
        return IntStream.range(0, squares)
                .filter(square -> apart(other, square % across * SIDE, square / across * SIDE))
                .count();
    }

    private boolean apart(Picture other, int left, int top) {
        int[] here = sums(image, left, top);
        int[] there = sums(other.image, left, top);
        return IntStream.range(0, here.length)
                .anyMatch(colour -> Math.abs(here[colour] - there[colour]) > UNLIKE * SIDE * SIDE);
    }

    private static int[] sums(BufferedImage image, int left, int top) {
        int[] sums = new int[3];
        for (int pixel : image.getRGB(left, top, SIDE, SIDE, null, 0, SIDE)) {
            Color colour = new Color(pixel);
            sums[0] += colour.getRed();
            sums[1] += colour.getGreen();
            sums[2] += colour.getBlue();
        }
        return sums;
    }
}
