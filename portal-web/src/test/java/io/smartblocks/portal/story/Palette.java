package io.smartblocks.portal.story;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An image in the colours that it uses most, few enough for one byte each; any other becomes the nearest of these. */
final class Palette {

    private static final int MOST = 256;

    private Palette() {}

    static BufferedImage reduced(BufferedImage image) {
        IndexColorModel colours = of(image);
        BufferedImage reduced =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int place = known.computeIfAbsent(image.getRGB(x, y), colour -> nearest(colours, colour));
                reduced.getRaster().setSample(x, y, 0, place);
            }
        }
        return reduced;
    }

    private static int nearest(IndexColorModel colours, int colour) {
        return IntStream.range(0, colours.getMapSize())
                .boxed()
                .min(Comparator.comparing(place -> distance(colours.getRGB(place.intValue()), colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> (one >> shift & 0xFF) - (other >> shift & 0xFF))
                .map(apart -> apart * apart)
                .sum();
    }

    private static IndexColorModel of(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Long> often = Arrays.stream(pixels)
                .map(pixel -> pixel & 0xFFFFFF)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Integer> colours = often.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Integer, Long> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        byte[] red = new byte[colours.size()];
        byte[] green = new byte[colours.size()];
        byte[] blue = new byte[colours.size()];
        for (int place = 0; place < colours.size(); place++) {
            red[place] = (byte) (colours.get(place) >> 16);
            green[place] = (byte) (colours.get(place) >> 8);
            blue[place] = (byte) (int) colours.get(place);
        }
        return new IndexColorModel(8, colours.size(), red, green, blue);
    }
}
