package org.ancregistry.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.ancregistry.interceptors.StorageInterceptor;
import org.ancregistry.interceptors.access.MothersQuestions;
import org.ancregistry.operations.Problem;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * What a mother asks is asked by her and answered by whom she asks. A program may write Tasks, but none of these: it would
 * speak in her name, or close a question that it may not even read.
 */
@Interceptor
public final class QuestionKeeper implements StorageInterceptor {

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        requireOperation(isQuestion(resource), request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(@Nullable IBaseResource before, IBaseResource after, RequestDetails request) {
        requireOperation(isQuestion(before) || isQuestion(after), request);
    }

    private static void requireOperation(boolean concerned, @Nullable RequestDetails request) {
        if (concerned && !(request instanceof SystemRequestDetails)) {
            throw Problem.FORBIDDEN
                    .because("A mother asks with $ask-clinic, and is answered with $answer-mother.")
                    .at("Task.code");
        }
    }

    private static boolean isQuestion(@Nullable IBaseResource resource) {
        return resource instanceof Task task && MothersQuestions.isOne(task);
    }
}
