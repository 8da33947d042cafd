package io.smartblocks.portal.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.Browser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.OutputType;

/** Takes pictures of what stands in a browser's window. */
record Camera(Browser browser) {

    /** Bars for scrolling are no part of a page. */
    Camera {
        browser.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    /** The window from the top of the page, without what comes and goes on it. */
    Picture take() throws IOException {
        browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                document.querySelectorAll('.toast').forEach(toast => toast.remove());
                document.activeElement.blur();
                window.scrollTo(0, 0);
                document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(done)));
                """);
        assertThat(fonts())
                .as("fonts that came with the page: with those of this machine no picture is the same as elsewhere")
                .contains("Geist");
        return Picture.of(browser.driver().getScreenshotAs(OutputType.BYTES), words());
    }

    @SuppressWarnings("unchecked")
    private List<String> fonts() {
        return (List<String>) browser.driver().executeScript("""
                return [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('"', ''));
                """);
    }

    /**
     * The words that the window shows. A site's hashes and signatures differ each time, as its keys do, and its blocks are
     * cut where a batch arrives a little earlier or later.
     */
    @SuppressWarnings("unchecked")
    private List<String> words() {
        List<String> seen = (List<String>) browser.driver().executeScript("""
                const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                const seen = [document.title];
                while (walk.nextNode()) {
                  const text = walk.currentNode;
                  const place = document.createRange();
                  place.selectNodeContents(text);
                  const shown = [...place.getClientRects()].some(box => box.width > 0 && box.bottom > 0 && box.top < innerHeight);
                  if (shown && text.data.trim() && text.parentElement.checkVisibility() && !text.parentElement.closest('.sr')) {
                    seen.push(text.parentElement.closest('a.proof, a[href^="/blocks/"]') ? text.data.replace(/^[\\d,]+$/, '(number)') : text.data);
                  }
                }
                return seen;
                """);
        return seen.stream()
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .map(words -> words.replaceAll("\\b[0-9a-f]{4} [0-9a-f]{4}\\b(…[0-9a-f]{4}\\b)?", "(hash)"))
                .map(words -> words.replaceAll("\\b[0-9a-f]{64}\\b", "(hash)"))
                .map(words -> words.replaceAll("\\b[0-9A-Za-z+/]{40,}=*", "(key or signature)"))
                .map(words -> words.replaceAll("(?i)(\\bblock )[\\d,]*\\d", "$1(number)"))
                .map(words -> words.replaceAll("[\\d,]*\\d headers", "(number) headers"))
                .toList();
    }
}
