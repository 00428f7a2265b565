# The image of plsim. Build it with simulator/image/build, which makes the jars first; where no base image can be pulled,
# simulator/image/base makes one. Needs nothing of its base but a Java 17+ runtime on the PATH: no shell, no curl.
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}

ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="plsim" \
      org.opencontainers.image.description="The PrivateLink simulator for Amazon Bedrock AgentCore" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

COPY simulator/server/target/lib/ /opt/plsim/lib/
COPY simulator/server/target/plsim.jar simulator/image/java.options /opt/plsim/
# /etc/plsim/config.yaml and /etc/plsim/policies are for mounting over.
COPY simulator/image/etc/ /etc/

# The archive is recorded with the options it is used with: another collector would ignore it.
RUN ["java", "@/opt/plsim/java.options", "-XX:ArchiveClassesAtExit=/opt/plsim/plsim.jsa", "-jar", "/opt/plsim/plsim.jar", "rehearse"]

WORKDIR /etc/plsim
ENV PLSIM_BIND=0.0.0.0 \
    PLSIM_TLS_SECOND_PORT=443 \
    PLSIM_CONFIG=/etc/plsim/config.yaml \
    MALLOC_ARENA_MAX=2
# Large bodies are kept here until their signature is proven: writable under --read-only too.
VOLUME ["/tmp"]
USER 10001:10001
EXPOSE 4650 4651 4652 4653 443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=10s --start-period=5s --retries=3 \
  CMD ["java", "@/opt/plsim/java.options", "-XX:SharedArchiveFile=/opt/plsim/plsim.jsa", "-jar", "/opt/plsim/plsim.jar", "health"]
ENTRYPOINT ["java", "@/opt/plsim/java.options", "-XX:SharedArchiveFile=/opt/plsim/plsim.jsa", "-jar", "/opt/plsim/plsim.jar"]
CMD ["serve"]
