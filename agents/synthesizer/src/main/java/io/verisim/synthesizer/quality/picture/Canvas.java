package io.verisim.synthesizer.quality.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A white sheet with a title, on which charts are drawn in pixels. */
final class Canvas {

    static final Color INK = new Color(0x1c2430);
    static final Color QUIET = new Color(0x5d6875);
    static final Color LINE = new Color(0xe3e5e8);
    static final Color REAL = new Color(0xb9c3cc);
    static final Color ACCENT = new Color(0x2f6f8f);
    static final Color NEGATIVE = new Color(0xb4553d);
    static final Color WASH = new Color(0xf3f4f5);

    private static final String HEADLESS = "java.awt.headless";
    private static final int LONGEST = 72;
    private static final float STROKE = 1.6f;

    static {
        // a screen that is named but not there must not matter
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
    }

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int width, int height, String title) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setStroke(new BasicStroke(STROKE));
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        text(title, 16, 26, 16, INK);
    }

    void text(String text, double x, double y, int size, Color colour) {
        graphics.setFont(new Font(Font.SANS_SERIF, size > 14 ? Font.BOLD : Font.PLAIN, size));
        graphics.setColor(colour);
        graphics.drawString(shortened(text), (float) x, (float) y);
    }

    /** Text that ends at a place. */
    void textBefore(String text, double x, double y, int size, Color colour) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        double width = graphics.getFontMetrics().stringWidth(shortened(text));
        text(text, x - width, y, size, colour);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    void fill(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void outline(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.draw(new Rectangle2D.Double(x, y, width, height));
    }

    void line(double x1, double y1, double x2, double y2, Color colour) {
        graphics.setColor(colour);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dot(double x, double y, double radius, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A colour between two, {@code share} of the way to the second. */
    static Color between(Color from, Color to, double share) {
        double s = Math.clamp(share, 0, 1);
        return new Color(
                mix(from.getRed(), to.getRed(), s),
                mix(from.getGreen(), to.getGreen(), s),
                mix(from.getBlue(), to.getBlue(), s));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    void write(Path file) throws IOException {
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("This Java writes no PNG");
        }
    }
}
