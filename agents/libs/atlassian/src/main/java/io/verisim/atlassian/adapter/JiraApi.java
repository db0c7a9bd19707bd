package io.verisim.atlassian.adapter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/** The part of the REST API v3 that is used. */
@HttpExchange(url = "/rest/api/3", accept = "application/json")
interface JiraApi {

    /** A page of a search. */
    record SearchRequest(String jql, @Nullable String nextPageToken, int maxResults, List<String> fields) {}

    @PostExchange(url = "/search/jql", contentType = "application/json")
    JsonNode search(@RequestBody SearchRequest request);

    @GetExchange("/issue/{key}")
    JsonNode issue(@PathVariable String key, @RequestParam String fields);

    @PostExchange(url = "/issue", contentType = "application/json")
    JsonNode create(@RequestBody JsonNode issue);

    @GetExchange("/issue/{key}/comment?expand=properties&maxResults=100")
    JsonNode comments(@PathVariable String key, @RequestParam long startAt);

    @PostExchange(url = "/issue/{key}/comment", contentType = "application/json")
    JsonNode comment(@PathVariable String key, @RequestBody JsonNode comment);

    @GetExchange("/issue/{key}/transitions")
    JsonNode transitions(@PathVariable String key);

    @PostExchange(url = "/issue/{key}/transitions", contentType = "application/json")
    void transition(@PathVariable String key, @RequestBody JsonNode transition);

    @PostExchange(url = "/issue/{key}/attachments", contentType = "multipart/form-data")
    JsonNode attach(
            @PathVariable String key,
            @RequestHeader("X-Atlassian-Token") String xsrfCheck,
            @RequestBody MultiValueMap<String, HttpEntity<HttpJiraClient.NamedBytes>> parts);

    @GetExchange("/myself")
    JsonNode myself();
}
