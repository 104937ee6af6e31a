package org.ancregistry.portals.privacy;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the privacy officer's pages together. */
@Configuration(proxyBeanMethods = false)
@Import({AuditController.class, ComplaintController.class})
public class PrivacyConfiguration {}
