package org.saleskpi.cli;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.wording.Phrases;
import org.saleskpi.output.wording.Texts;
import org.saleskpi.output.wording.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the command says to whoever runs it, in English or French: its help, and what is wrong. Other languages of reports are
 * spoken to in English. Immutable and thread-safe.
 */
final class Messages {

    /** The option that names the language. */
    static final String OPTION = "--lang";

    /** Those of programs: what they read does not depend on a language. */
    static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    private static final String WORDS = "org.saleskpi.cli.Messages";
    private static final String HELP = "org.saleskpi.cli.Help";

    private final Locale locale;
    private final Texts texts;
    private final Phrases phrases;

    private Messages(Locale locale) {
        this.locale = locale;
        this.texts = new Texts(locale, language -> ResourceBundle.getBundle(WORDS, language));
        this.phrases = new Phrases(texts.language());
    }

    /** The language that a command line asks for, though nobody has read it yet; that of the system if it asks for none. */
    static Messages of(String... args) {
        String asked = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                asked = args[i + 1];
            } else if (args[i].startsWith(OPTION + "=")) {
                asked = args[i].substring(OPTION.length() + 1);
            }
        }
        return in(asked);
    }

    /** The language that a command was told to speak, on its command line or in a file of settings; else that of the system. */
    static Messages of(CommandLine command) {
        return in(asked(command));
    }

    /** The same for a command line that could not be read to its end; where it does not tell, this language. */
    Messages orOf(CommandLine command) {
        String asked = asked(command);
        return asked == null ? this : in(asked);
    }

    private static @Nullable String asked(CommandLine command) {
        OptionSpec option = command.getCommandSpec().findOption(OPTION);
        return option == null ? null : option.getValue();
    }

    private static Messages in(@Nullable String asked) {
        Locale language = asked == null ? null : Locale.forLanguageTag(asked);
        return new Messages(language != null && isSpoken(language) ? language : ofSystem());
    }

    /** The language of the system, if reports speak it; else English, so that no numbers of another stand in English text. */
    static Locale ofSystem() {
        Locale system = Locale.getDefault(Locale.Category.DISPLAY);
        return isSpoken(system) ? system : Locale.ENGLISH;
    }

    /** Whether reports speak a language. */
    static boolean isSpoken(Locale locale) {
        return new Wording(locale).language().getLanguage().equals(locale.getLanguage());
    }

    /** The texts of the help. */
    ResourceBundle help() {
        return ResourceBundle.getBundle(HELP, texts.language().equals(Locale.ENGLISH) ? Locale.ROOT : texts.language());
    }

    /** The words of reports, for what stands on the standard error. */
    Wording wording() {
        return new Wording(texts.language().equals(Locale.ENGLISH) ? Locale.ENGLISH : locale);
    }

    /** The language of the messages, which is English for a language of reports that has none. */
    Locale language() {
        return texts.language();
    }

    /** The message of a key, with what varies in its places. */
    String say(String key, String... arguments) {
        return texts.say(key, arguments);
    }

    /** What the library or the import says in English. */
    String phrase(String english) {
        return phrases.say(english);
    }

    /** Lines that the library or the import says in English. */
    List<String> phrases(List<String> lines) {
        return lines.stream().map(phrases::say).toList();
    }

    /** A whole number. */
    String whole(long number) {
        return NumberFormat.getIntegerInstance(texts.language()).format(number);
    }

    /** Words one after the other. */
    static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    /** Words of which one will do. */
    String either(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : say("either", list(words.subList(0, last)), words.get(last));
    }

    /** The end of a message to whoever asks for a PDF, which the page is printed as by a browser. */
    String pdf(List<String> formats) {
        return formats.contains("html") ? say("pdf.print") : "";
    }

    /** A question to end a message with, about a word that is nearly a known one; else nothing. */
    String didYouMean(String text, Collection<String> known) {
        return Nearest.like(text, known).map(word -> say("did-you-mean", word)).orElse("");
    }
}
