package io.vigie.query.livestream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveStreamSettings.class)
class LiveStreamConfiguration {}
