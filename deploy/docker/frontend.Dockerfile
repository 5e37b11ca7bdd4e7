# The web pages behind nginx, which also passes questions on to the API. From the top of the repository:
#   docker build -f deploy/docker/frontend.Dockerfile -t potstats2/frontend .
ARG NODE_IMAGE=node:22-alpine
ARG NGINX_IMAGE=nginxinc/nginx-unprivileged:1.27-alpine

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund --loglevel=error
COPY frontend/ ./
RUN npm run --silent build && find dist/static -name '*.br' -delete

FROM ${NGINX_IMAGE}
COPY deploy/docker/nginx.conf /etc/nginx/nginx.conf
COPY deploy/docker/headers.conf /etc/nginx/headers.conf
COPY deploy/docker/potstats2.conf.template /etc/nginx/templates/
COPY --from=build /build/dist/static/ /usr/share/nginx/html/
# The only place that need be written to.
ENV NGINX_ENVSUBST_OUTPUT_DIR=/tmp NGINX_ENVSUBST_FILTER=^(API_URL|DNS_SERVER)$ \
    API_URL=http://stats-api-service:8080 DNS_SERVER=127.0.0.11
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/healthz"]
