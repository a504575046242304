package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the language of the reader what is wrong with a command line, whether picocli found it or a command did. */
final class LineFault {

    /** What {@code kpi help} says of a command that is none. */
    private static final Pattern UNKNOWN_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.", Pattern.DOTALL);

    private final Messages messages;

    LineFault(Messages messages) {
        this.messages = messages;
    }

    /** What is wrong, what may have been meant, and where to read more. */
    List<String> lines(ParameterException bad) {
        List<String> lines = new ArrayList<>(List.of(what(bad)));
        if (bad instanceof UnmatchedArgumentException unmatched) {
            lines.addAll(suggestions(unmatched));
        }
        lines.add(messages.say("try-help", bad.getCommandLine().getCommandSpec().qualifiedName()));
        return lines;
    }

    private String what(ParameterException bad) {
        if (bad instanceof UnmatchedArgumentException unmatched) {
            // What stands behind an unknown option is probably its value, and no second one.
            List<String> words = unmatched.getUnmatched().stream()
                    .filter(word -> !unmatched.isUnknownOption() || word.startsWith("-"))
                    .toList();
            return messages.say(
                    unmatched.isUnknownOption() ? "line.unknown-option" : "line.unmatched",
                    words.stream()
                            .map(word -> messages.say("line.quoted", word))
                            .collect(Collectors.joining(", ")),
                    String.valueOf(words.size()));
        }
        if (bad instanceof MissingParameterException missing) {
            // No option is required: one that is missing has no value.
            return missing.getMissing().get(0) instanceof OptionSpec option
                    ? messages.say("line.no-value", option.longestName(), option.paramLabel())
                    : messages.say("line.missing", names(missing.getMissing()));
        }
        if (bad instanceof OverwrittenOptionException twice) {
            return messages.say("line.twice", name(twice.getOverwritten()));
        }
        if (bad.getArgSpec() != null) {
            boolean isSwitch = bad.getArgSpec().arity().max() == 0;
            return messages.say(
                    isSwitch ? "line.switch" : "line.value", name(bad.getArgSpec()), String.valueOf(bad.getValue()));
        }
        Matcher command = UNKNOWN_COMMAND.matcher(String.valueOf(bad.getMessage()));
        if (!command.matches()) {
            return String.valueOf(bad.getMessage());
        }
        String word = command.group(1);
        Set<String> known =
                bad.getCommandLine().getCommandSpec().root().subcommands().keySet();
        return messages.say("line.no-command", word, messages.didYouMean(word, known));
    }

    private List<String> suggestions(UnmatchedArgumentException unmatched) {
        List<String> meant = unmatched.getSuggestions();
        if (meant.isEmpty()) {
            return List.of();
        }
        return List.of(
                unmatched.isUnknownOption()
                        ? messages.say("line.solutions", Messages.list(meant))
                        : messages.say("line.commands", Messages.list(meant)));
    }

    private static String names(Collection<ArgSpec> parts) {
        return parts.stream().map(LineFault::name).collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec part) {
        return part instanceof OptionSpec option ? option.longestName() : part.paramLabel();
    }
}
