#import "SLWPageFactory.h"
#import "SLWSchemeHandler.h"
#include "SLWRange.h"

// What pages see as window.slipway. An iOS app does not end itself, so exit does nothing.
static NSString *Bridge(void) {
    char version[SLWNumberRoom];
    SLWNumber((unsigned long long)[UIDevice currentDevice].systemVersion.integerValue, version);
    NSString *head = @"window.slipway=Object.freeze({platform(){return'ios'},exit(){},apiLevel(){return ";
    return [[head stringByAppendingString:[NSString stringWithUTF8String:version]] stringByAppendingString:@"}});"];
}

static WKWebViewConfiguration *Configuration(SLWServer *server) {
    WKWebViewConfiguration *configuration = [[WKWebViewConfiguration alloc] init];
    [configuration setURLSchemeHandler:[[SLWSchemeHandler alloc] initWithServer:server] forURLScheme:@"app"];
    configuration.allowsInlineMediaPlayback = YES;
    configuration.mediaTypesRequiringUserActionForPlayback = WKAudiovisualMediaTypeNone;
    WKPreferences *preferences = configuration.preferences;
    preferences.javaScriptCanOpenWindowsAutomatically = YES;
    // iOS 15.4
    if ([preferences respondsToSelector:@selector(setElementFullscreenEnabled:)]) preferences.elementFullscreenEnabled = YES;
    [configuration.userContentController addUserScript:[[WKUserScript alloc] initWithSource:Bridge()
                                                                             injectionTime:WKUserScriptInjectionTimeAtDocumentStart
                                                                          forMainFrameOnly:YES]];
    return configuration;
}

@implementation SLWPageFactory

+ (WKWebView *)viewWithFrame:(CGRect)frame settings:(SLWSettings *)settings server:(SLWServer *)server {
    WKWebView *view = [[WKWebView alloc] initWithFrame:frame configuration:Configuration(server)];
    view.allowsLinkPreview = NO;
    view.opaque = NO;
    // iOS 16.4
    if ([view respondsToSelector:@selector(setInspectable:)]) view.inspectable = settings.isDebuggable;
    return view;
}

@end
