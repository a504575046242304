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

    /** Or a good one, of a tenant whose rows cannot be put together. */
    @ExceptionHandler
    ProblemDetail isBad(IllegalArgumentException e) {
        boolean isOfRows = e instanceof InvalidHistoryException;
        return ProblemDetail.forStatusAndDetail(
                isOfRows ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail isUnknown(NoSuchElementException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }
}
