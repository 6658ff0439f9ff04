# The images of the three services and the edge, from what "mvn -Prun-only package" has built.
#   docker compose build
ARG JAVA_IMAGE=eclipse-temurin:17-jre

FROM ${JAVA_IMAGE} AS layers
ARG PART
WORKDIR /build
COPY ${PART}/target/${PART}-0.1.0-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM ${JAVA_IMAGE} AS base
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin vigie \
 && install -d -o vigie /var/lib/vigie
WORKDIR /app
# A TCP or HTTP check that starts no JVM.
COPY --chmod=755 standalone/src/main/container/healthy /usr/local/bin/healthy
USER vigie
ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"

FROM base AS service
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "app.jar"]

FROM ${JAVA_IMAGE} AS edge-layers
WORKDIR /build
COPY standalone/target/vigie/lib/ libraries/
RUN mkdir own && mv libraries/*-0.1.0.jar own/

FROM base AS edge
COPY --from=edge-layers /build/libraries/ lib/
COPY --from=edge-layers /build/own/ lib/
EXPOSE 8080
ENTRYPOINT ["java", "-cp", "lib/*", "io.vigie.standalone.edge.Edge"]
