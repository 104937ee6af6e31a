package org.ancregistry.portals.paper;

import java.awt.Point;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.extend.ReplacedElement;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.layout.LayoutContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextReplacedElement;
import org.xhtmlrenderer.pdf.ITextReplacedElementFactory;
import org.xhtmlrenderer.render.BlockBox;
import org.xhtmlrenderer.render.RenderingContext;

/** Draws the drawings of a page, which the renderer does not know. Their size comes from the style sheet. */
final class DrawnElements extends ITextReplacedElementFactory {

    DrawnElements(ITextOutputDevice device) {
        super(device);
    }

    @Override
    public @Nullable ReplacedElement createReplacedElement(
            LayoutContext context, BlockBox box, UserAgentCallback agent, int cssWidth, int cssHeight) {
        var element = box.getElement();
        return element != null && element.getNodeName().equals("svg")
                ? new Drawn(Drawing.of(element), cssWidth, cssHeight)
                : super.createReplacedElement(context, box, agent, cssWidth, cssHeight);
    }

    /** A drawing at its place. */
    private static final class Drawn implements ITextReplacedElement {

        private final Drawing drawing;
        private final int width;
        private final int height;
        private Point at = new Point(0, 0);

        Drawn(Drawing drawing, int width, int height) {
            this.drawing = drawing;
            this.width = width;
            this.height = height;
        }

        @Override
        public void paint(RenderingContext context, ITextOutputDevice device, BlockBox box) {
            var scale = device.getDotsPerPoint();
            var page = Objects.requireNonNull(context.getPage());
            var content = Objects.requireNonNull(device.getWriter()).getDirectContent();
            var template = content.createTemplate(width / scale, height / scale);
            drawing.on(template);
            var left = box.getAbsX() + page.getMarginBorderPadding(context, CalculatedStyle.Edge.LEFT);
            var below = page.getBottom()
                    - (box.getAbsY() + box.getHeight())
                    + page.getMarginBorderPadding(context, CalculatedStyle.Edge.BOTTOM);
            content.addTemplate(template, left / scale, below / scale);
        }

        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public Point getLocation() {
            return at;
        }

        @Override
        public void setLocation(int x, int y) {
            at = new Point(x, y);
        }

        @Override
        public void detach(LayoutContext context) {
            // Nothing is held.
        }

        @Override
        public boolean isRequiresInteractivePaint() {
            return false;
        }

        @Override
        public boolean hasBaseline() {
            return false;
        }

        @Override
        public int getBaseline() {
            return 0;
        }
    }
}
