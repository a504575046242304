package org.saleskpi.output.page;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium without a window, driven by its DevTools protocol: enough of it to open a page and to ask what became of it. */
public final class Browser {

    private static final long PATIENCE_IN_SECONDS = 60;
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern VALUE = Pattern.compile("\"value\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,}\"]+))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
    private static final Pattern TARGET = Pattern.compile("\"targetId\":\"([^\"]+)\"");

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages;
    private final List<String> events = new ArrayList<>();
    private String session = "";
    private int calls;

    private Browser(Process process, WebSocket socket, BlockingQueue<String> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** The browser of this machine; empty if there is none on the path. */
    public static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser whose profile lies in an empty folder. */
    public static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.toAbsolutePath(),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        try {
            LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address(process, profile), new Whole(messages))
                    .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            Browser browser = new Browser(process, socket, messages);
            String target = first(TARGET, browser.call("Target.createTarget", "\"url\":\"about:blank\""));
            browser.session = first(
                    SESSION, browser.call("Target.attachToTarget", "\"targetId\":\"" + target + "\",\"flatten\":true"));
            for (String domain : new String[] {"Page", "Runtime", "Log", "Network"}) {
                browser.call(domain + ".enable", "");
            }
            return browser;
        } catch (Exception e) {
            stop(process);
            throw e;
        }
    }

    /** Chromium writes the port that it found, and the path, to a file in its profile. */
    private static URI address(Process process, Path profile) throws IOException, InterruptedException {
        Path port = profile.resolve("DevToolsActivePort");
        for (long i = 0; i < PATIENCE_IN_SECONDS * 10 && process.isAlive(); i++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (lines.size() >= 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Thread.sleep(100);
        }
        throw new IOException("the browser did not start: " + Files.readString(profile.resolve("browser.log")));
    }

    /** Opens a page and waits until it is there. */
    public void open(URI page) throws Exception {
        events.clear();
        call("Page.navigate", "\"url\":\"" + page + "\"");
        while (events.stream().noneMatch(event -> event.contains("\"Page.loadEventFired\""))) {
            events.add(next());
        }
    }

    /** What happened since the page was opened, as the protocol tells it. */
    public List<String> events() throws Exception {
        evaluate("0"); // What happened before the answer has been told before it.
        return List.copyOf(events);
    }

    /** Shows pages on a screen of that width. */
    public void screen(int width) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":740,\"deviceScaleFactor\":1,\"mobile\":true");
    }

    /** Shows pages in a scheme, {@code light} or {@code dark}, or on paper. */
    public void media(String media, String scheme) throws Exception {
        call(
                "Emulation.setEmulatedMedia",
                "\"media\":\"" + media + "\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme
                        + "\"}]");
    }

    /** Runs the scripts of pages, or does not. */
    public void scripts(boolean areOn) throws Exception {
        call("Emulation.setScriptExecutionDisabled", "\"value\":" + !areOn);
    }

    /** Presses a key and lets it go. */
    public void press(String key, int code, String text) throws Exception {
        String what = "\"key\":\"" + key + "\",\"code\":\"" + key + "\",\"windowsVirtualKeyCode\":" + code;
        String typed = text.isEmpty() ? "" : ",\"text\":\"" + text + "\"";
        call(
                "Input.dispatchKeyEvent",
                "\"type\":\"" + (text.isEmpty() ? "rawKeyDown" : "keyDown") + "\"," + what + typed);
        call("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + what);
    }

    /** The value of an expression in the page. */
    public String evaluate(String expression) throws Exception {
        String escaped = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String answer = call("Runtime.evaluate", "\"returnByValue\":true,\"expression\":\"" + escaped + "\"");
        if (answer.contains("\"exceptionDetails\"")) {
            throw new AssertionError(answer);
        }
        Matcher value = VALUE.matcher(answer);
        if (!value.find()) {
            throw new AssertionError(answer);
        }
        String text = value.group(1) == null ? value.group(2) : value.group(1);
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private String call(String method, String parameters) throws Exception {
        int id = ++calls;
        String where = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText(
                        "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}" + where
                                + "}",
                        true)
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        while (true) {
            String message = next();
            Matcher answered = ID.matcher(message);
            if (message.startsWith("{\"id\"")
                    && answered.find()
                    && answered.group(1).equals(Integer.toString(id))) {
                if (message.startsWith("\"error\"", message.indexOf(',') + 1)) {
                    throw new AssertionError(method + ": " + message);
                }
                return message;
            }
            events.add(message);
        }
    }

    private String next() throws InterruptedException {
        String message = messages.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser does not answer");
        }
        return message;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(text);
        }
        return matcher.group(1);
    }

    /** Ends the browser. */
    public void stop() throws InterruptedException {
        socket.abort();
        stop(process);
    }

    /** On some systems the program is a script, and the browser its child. */
    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
    }

    /** Puts the pieces of messages together. */
    private static final class Whole implements WebSocket.Listener {

        private final BlockingQueue<String> messages;
        private final StringBuilder message = new StringBuilder();

        Whole(BlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean isLast) {
            message.append(piece);
            if (isLast) {
                messages.add(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
