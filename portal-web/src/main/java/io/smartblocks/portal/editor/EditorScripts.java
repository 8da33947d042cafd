package io.smartblocks.portal.editor;

import io.smartblocks.portal.account.ContentPolicy;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the editor's page name its modules in an import map, and the modules add their styles. */
@ControllerAdvice(
        assignableTypes = {
            EditorController.class,
            ProposeController.class,
            ScenarioController.class,
            WrittenDryRunController.class
        })
class EditorScripts {

    @ModelAttribute("number")
    String number(HttpServletRequest request) {
        return ContentPolicy.number(request);
    }
}
