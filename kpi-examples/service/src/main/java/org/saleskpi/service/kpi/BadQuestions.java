package org.saleskpi.service.kpi;

import java.util.NoSuchElementException;
import org.saleskpi.sales.InvalidHistoryException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what was wrong with a question, in the words of the library. */
@RestControllerAdvice
class BadQuestions {

    @ExceptionHandler
    ProblemDetail isBad(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    /** The question was good, but the rows of the tenant cannot be put together. */
    @ExceptionHandler
    ProblemDetail isOfRows(InvalidHistoryException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail isUnknown(NoSuchElementException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }
}
