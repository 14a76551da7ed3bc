#import "SLWNavigation.h"
#import "SLWLinks.h"
#include "SLWOrigin.h"

@implementation SLWNavigation {
    __weak id<SLWScreen> _screen;
    SLWSettings *_settings;
    SLWServer *_server;
    SLWLinks *_links;
    SLWDownloads *_downloads;
}

- (instancetype)initWithScreen:(id<SLWScreen>)screen settings:(SLWSettings *)settings server:(SLWServer *)server {
    self = [super init];
    if (self) {
        _screen = screen;
        _settings = settings;
        _server = server;
        _links = [[SLWLinks alloc] initWithScreen:screen];
        _downloads = [[SLWDownloads alloc] initWithScreen:screen];
    }
    return self;
}

- (void)webView:(WKWebView *)view
    decidePolicyForNavigationAction:(WKNavigationAction *)action
                    decisionHandler:(void (^)(NSInteger))decide {
    decide([_settings owns:action.request.URL] ? [self policyInside:action] : [self policyOutside:action]);
}

- (NSInteger)policyInside:(WKNavigationAction *)action {
    if (!action.shouldPerformDownload) return WKNavigationPolicyAllow;
    NSString *file = [_server fileOfAddress:action.request.URL];
    if (file) [_downloads share:[NSURL fileURLWithPath:file]];
    return WKNavigationPolicyCancel;
}

- (NSInteger)policyOutside:(WKNavigationAction *)action {
    NSURL *address = action.request.URL;
    const char *scheme = address.scheme.UTF8String;
    BOOL isLocal = SLWTextEquals(scheme, "blob") || SLWTextEquals(scheme, "data");
    if (isLocal && action.shouldPerformDownload) return WKNavigationPolicyDownload;
    if (SLWTextEquals(scheme, "about")) return WKNavigationPolicyAllow;
    BOOL isFrame = action.targetFrame && !action.targetFrame.mainFrame;
    if (isFrame && SLWLinkIsForFrames(scheme)) return WKNavigationPolicyAllow;
    if (!isFrame || action.navigationType == WKNavigationTypeLinkActivated) [_links open:address];
    return WKNavigationPolicyCancel;
}

- (void)webView:(WKWebView *)view
    decidePolicyForNavigationResponse:(WKNavigationResponse *)response
                      decisionHandler:(void (^)(NSInteger))decide {
    decide(response.canShowMIMEType ? WKNavigationPolicyAllow : WKNavigationPolicyDownload);
}

- (void)webView:(WKWebView *)view navigationAction:(WKNavigationAction *)action didBecomeDownload:(WKDownload *)download {
    download.delegate = _downloads;
}

- (void)webView:(WKWebView *)view navigationResponse:(WKNavigationResponse *)response didBecomeDownload:(WKDownload *)download {
    download.delegate = _downloads;
}

- (void)webView:(WKWebView *)view didCommitNavigation:(WKNavigation *)navigation {
    if ([_settings owns:view.URL]) _address = view.URL;
}

- (void)webView:(WKWebView *)view didFinishNavigation:(WKNavigation *)navigation {
    [_screen pageVisible];
}

- (void)webView:(WKWebView *)view didFailNavigation:(WKNavigation *)navigation withError:(NSError *)error {
    [_screen pageVisible];
}

- (void)webView:(WKWebView *)view didFailProvisionalNavigation:(WKNavigation *)navigation withError:(NSError *)error {
    [_screen pageVisible];
}

- (void)webViewWebContentProcessDidTerminate:(WKWebView *)view {
    [_screen pageDied];
}

@end
