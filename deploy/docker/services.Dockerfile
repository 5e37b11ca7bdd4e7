# Images of the services, and of the command. From the top of the repository:
#   docker build -f deploy/docker/services.Dockerfile --target service --build-arg SERVICE=crawler-service -t potstats2/crawler-service .
#   docker build -f deploy/docker/services.Dockerfile --target command -t potstats2/command .
ARG MAVEN_IMAGE=maven:3.9-eclipse-temurin-25
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# One build for all of them.
FROM ${MAVEN_IMAGE} AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
    mvn -q -B -ntp package -pl standalone -am \
      -Dmaven.test.skip=true -Dspotless.check.skip=true -Denforcer.skip=true

FROM ${JAVA_IMAGE} AS layers
ARG SERVICE
WORKDIR /layers
COPY --from=build /build/${SERVICE}/target/${SERVICE}-*-exec.jar /service/service.jar
RUN java -Djarmode=tools -jar /service/service.jar extract --layers --destination .

FROM ${JAVA_IMAGE} AS java
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin potstats2 \
    && install -d -o potstats2 -g potstats2 /uploads
WORKDIR /app
COPY deploy/docker/java.options deploy/docker/healthy.sh ./

FROM java AS service
# What changes least comes first.
COPY --from=layers /layers/dependencies/ /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
# Classes as they are after a start, to be mapped instead of loaded; no server is needed for that.
RUN java @java.options -XX:AOTCacheOutput=classes.aot -Dspring.context.exit=onRefresh \
      -Dspring.liquibase.enabled=false -Dspring.kafka.admin.auto-create=false -Dlogging.level.root=error -Xlog:aot=error \
      -jar service.jar && test -s classes.aot
ENV LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs SERVER_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 CMD ["./healthy.sh"]
ENTRYPOINT ["java", "@java.options", "-XX:AOTCache=classes.aot", "-jar", "service.jar"]

FROM java AS command
COPY --from=build /build/standalone/target/lib/ lib/
COPY --from=build /build/standalone/target/standalone-*.jar command.jar
USER 10001:10001
ENTRYPOINT ["java", "@java.options", "-jar", "command.jar"]
CMD ["--help"]
