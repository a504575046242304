package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.BadCellException;

/**
 * The forms that the numbers of a column may have. A text that two of them read as two numbers is none.
 *
 * @param forms the forms, at least one
 */
record NumberForms(List<NumberForm> forms) {

    static final NumberForms PLAIN = new NumberForms(List.of(NumberForm.PLAIN));

    /** Parses a block, or a list of blocks; what they leave out is as in the first outer form. */
    static NumberForms parse(@Nullable Yaml yaml, NumberForms outer) throws InvalidMappingException {
        if (yaml == null) {
            return outer;
        }
        List<NumberForm> forms = new ArrayList<>();
        for (Yaml item : yaml.items()) {
            forms.add(NumberForm.parse(item, outer.forms.get(0)));
        }
        if (forms.isEmpty()) {
            throw yaml.error("is an empty list, expected forms of numbers");
        }
        return new NumberForms(List.copyOf(forms));
    }

    BigDecimal read(String text) throws BadCellException {
        BigDecimal number = null;
        String fault = null;
        for (NumberForm form : forms) {
            try {
                BigDecimal read = form.read(text);
                if (number != null && number.compareTo(read) != 0) {
                    throw new BadCellException(
                            text,
                            "may be " + number.toPlainString() + " or " + read.toPlainString()
                                    + ", expected what all forms of numbers read alike");
                }
                number = read;
            } catch (NumberFormatException e) {
                fault = fault == null ? String.valueOf(e.getMessage()) : fault;
            }
        }
        if (number == null) {
            throw new BadCellException(text, String.valueOf(fault));
        }
        return number;
    }

    /** Checks that the signs in an amount are those of its currency. */
    void checkSigns(String text, String currency) throws BadCellException {
        for (NumberForm form : forms) {
            form.signs().check(text, currency);
        }
    }

    /** The currencies that the signs of the mapping stand for, by sign. */
    List<String> statedSigns() {
        return forms.stream()
                .flatMap(form -> form.signs().stated().stream())
                .distinct()
                .toList();
    }

    /** The code of the currency whose sign is in a text; null for none. */
    @Nullable
    String codeOfSign(String text) {
        for (NumberForm form : forms) {
            String code = form.signs().code(text);
            if (code != null) {
                return code;
            }
        }
        return null;
    }
}
