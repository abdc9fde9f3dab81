# Binsight behind nginx, without root: docker build -t binsight . && docker run -p 8080:8080 binsight
#
# The weights and the sample photos come from their public places, each checked by its SHA-256. What public/ has of them
# already is taken as it is, so that a machine without a connection to those places can build too.

FROM node:20.20-bookworm-slim AS build
WORKDIR /binsight
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run prepare-model && npm run prepare-samples && npm run build
RUN node scripts/write-nginx-config.mjs --port 8080 --folder /usr/share/nginx/html > nginx.conf

FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY --from=build /binsight/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /binsight/dist /usr/share/nginx/html
EXPOSE 8080
