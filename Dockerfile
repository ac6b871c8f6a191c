# One image for the API (which serves the pages), the workers and the command line.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx vite build apps/web --outDir ../../dist/web --emptyOutDir && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data DUXING_CACHE=/opt/duxing
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN apt-get update && apt-get install -y --no-install-recommends fonts-noto-cjk && node scripts/fonts.mjs && rm -rf /var/lib/apt/lists/*
# The cache of compiled TypeScript lies in node_modules; uploaded files lie in /data.
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["node", "scripts/duxing.mjs"]
CMD ["--help"]
