package org.ancregistry.portals.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** A photo that does not come as a form's file is the sender's fault, of which Spring would make one of ours. */
@ControllerAdvice
class UnreadableForms {

    @ExceptionHandler
    ModelAndView unreadable(MultipartException failure) {
        return PageErrors.page(failure instanceof MaxUploadSizeExceededException ? 413 : 400, failure);
    }
}
