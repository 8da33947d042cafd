package io.smartblocks.portal.energy.upload;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that one session has sent: the latest few, deleted when the session ends. */
final class Uploads implements HttpSessionBindingListener, Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String NAME = Uploads.class.getName();
    private static final int MOST = 3;

    private final ArrayDeque<Upload> files = new ArrayDeque<>();

    private Uploads() {}

    /** Those of a session. */
    static Uploads of(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(NAME) instanceof Uploads known) {
                return known;
            }
            Uploads fresh = new Uploads();
            session.setAttribute(NAME, fresh);
            return fresh;
        }
    }

    synchronized void keep(Upload upload) {
        files.addLast(upload);
        while (files.size() > MOST) {
            delete(files.removeFirst());
        }
    }

    synchronized Optional<Upload> find(String id) {
        return files.stream().filter(upload -> upload.id().equals(id)).findFirst();
    }

    synchronized void drop(Upload upload) {
        if (files.remove(upload)) {
            delete(upload);
        }
    }

    @Override
    public synchronized void valueUnbound(HttpSessionBindingEvent event) {
        Deque<Upload> left = new ArrayDeque<>(files);
        files.clear();
        left.forEach(Uploads::delete);
    }

    private static void delete(Upload upload) {
        try {
            Files.deleteIfExists(Path.of(upload.stored()));
        } catch (IOException e) {
            LOG.warn("The readings in '{}' could not be deleted: {}", upload.stored(), e.getMessage());
        }
    }
}
