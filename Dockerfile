# The program with the client of Elasticsearch; docker-compose.yml runs the web page and the loader from it.
FROM python:3.13-slim
RUN useradd --uid 1000 opis
RUN apt-get update && apt-get install --yes --no-install-recommends dict-freedict-eng-deu dict-freedict-deu-eng \
    dict-freedict-deu-rus dict-freedict-fra-rus dict-freedict-eng-fra dict-freedict-fra-eng dict-freedict-deu-fra \
    dict-freedict-eng-spa dict-freedict-spa-eng dict-freedict-deu-spa dict-freedict-fra-spa dict-freedict-ita-rus \
    dict-freedict-nld-rus dict-freedict-pol-rus && rm -rf /var/lib/apt/lists/*
RUN --mount=type=bind,target=/source,rw pip install --no-cache-dir /source
USER opis
ENTRYPOINT ["opis"]
