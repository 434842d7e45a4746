# The program with the client of Elasticsearch; docker-compose.yml runs the web page and the loader from it.
FROM python:3.13-slim
RUN useradd --uid 1000 opis
RUN --mount=type=bind,target=/source,rw pip install --no-cache-dir '/source[elastic]'
USER opis
ENTRYPOINT ["opis"]
