#include <gtest/gtest.h>

#include "net/Http.hpp"
#include "net/listen/HttpText.hpp"
#include "net/wire/Endpoint.hpp"

namespace luot::net {

namespace {

TEST(QueryTest, FindsAndDecodesAValue) {
    EXPECT_EQ(queryValue("from=2026-11-23&by=day", "by"), "day");
    EXPECT_EQ(queryValue("a=x%20y+z&b=", "a"), "x y z");
    EXPECT_EQ(queryValue("a=x&b=", "b"), "");
    EXPECT_EQ(queryValue("aa=1&a=2", "a"), "2");
    EXPECT_EQ(queryValue("", "a"), "");
    EXPECT_EQ(queryValue("a&&=&b=1", "b"), "1");
    EXPECT_EQ(queryValue("a=%zz", "a"), "");
}

TEST(PercentTest, RefusesWhatIsMalformedOrHidesControlCharacters) {
    EXPECT_EQ(percentDecoded("t%C6%B0", false), "tư");
    EXPECT_EQ(percentDecoded("a+b", false), "a+b");
    for (const auto* text : {"%", "%4", "%4g", "%00", "a%0ab", "%7f"})
        EXPECT_FALSE(percentDecoded(text, false)) << text;
}

TEST(TargetTest, SplitsPathAndQuery) {
    HttpRequest request;
    EXPECT_TRUE(listen::splitTarget("/a%20b?c=d?e", request));
    EXPECT_EQ(request.path, "/a b");
    EXPECT_EQ(request.query, "c=d?e");
    HttpRequest absolute;
    EXPECT_TRUE(listen::splitTarget("http://host:80/x", absolute));
    EXPECT_EQ(absolute.path, "/x");
    for (const auto* target : {"", "*", "x", "http://host", "/%"})
        EXPECT_FALSE(listen::splitTarget(target, request));
}

TEST(ResponseTest, WritesNoHeaderThatSplitsTheResponse) {
    HttpResponse response;
    response.headers.emplace_back("X-Good", "1");
    response.headers.emplace_back("X-Bad", "1\r\nSet-Cookie: x");
    const auto head = listen::responseHead(response, true);
    EXPECT_NE(head.find("X-Good: 1\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Set-Cookie"), std::string::npos);
}

TEST(ResponseTest, GivesNoLengthWithNoContent) {
    HttpResponse response;
    response.status = 204;
    EXPECT_EQ(listen::responseHead(response, false), "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
}

TEST(ProblemTest, IsADocumentWithACode) {
    const auto response = problem(409, "counter_busy", "Finish \"A001\" first.");
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(response.contentType, "application/problem+json");
    EXPECT_EQ(response.body,
              R"({"type":"about:blank","title":"Conflict","status":409,"detail":"Finish \"A001\" first.",)"
              R"("code":"counter_busy"})");
}

TEST(EndpointTest, ReadsUrlsAndAddresses) {
    using wire::parseEndpoint;
    using wire::parseUrl;
    EXPECT_EQ(parseUrl("http://127.0.0.1:8080")->text(), "127.0.0.1:8080");
    EXPECT_EQ(parseUrl("http://127.0.0.1:8080/")->text(), "127.0.0.1:8080");
    EXPECT_EQ(parseUrl("ws://luot.local")->text(), "luot.local:80");
    EXPECT_EQ(parseUrl("http://[::1]:81")->text(), "[::1]:81");
    EXPECT_EQ(parseUrl("http://[::1]")->host, "::1");
    EXPECT_EQ(parseEndpoint("0.0.0.0:0")->port, 0);
    for (const auto* url : {"", "127.0.0.1:80", "https://x", "http://", "http://x:y", "http://x:70000",
                            "http://x/a", "http://a@b", "http://:80"}) {
        EXPECT_FALSE(parseUrl(url)) << url;
    }
}

}  // namespace
}  // namespace luot::net
