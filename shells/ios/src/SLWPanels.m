#import "SLWPanels.h"
#include "SLWOrigin.h"

static UIAlertController *Alert(NSString *message) {
    return [UIAlertController alertControllerWithTitle:nil message:message preferredStyle:UIAlertControllerStyleAlert];
}

static void Add(UIAlertController *alert, NSString *title, NSInteger style, void (^chosen)(void)) {
    [alert addAction:[UIAlertAction actionWithTitle:title
                                              style:style
                                            handler:^(UIAlertAction *action) {
                                                chosen();
                                            }]];
}

@implementation SLWPanels {
    __weak id<SLWScreen> _screen;
    SLWSettings *_settings;
}

- (instancetype)initWithScreen:(id<SLWScreen>)screen settings:(SLWSettings *)settings {
    self = [super init];
    if (self) {
        _screen = screen;
        _settings = settings;
    }
    return self;
}

// Never opens a second window: a page of the app replaces the page that asks; the navigation delegate has opened other links outside.
- (WKWebView *)webView:(WKWebView *)view
    createWebViewWithConfiguration:(WKWebViewConfiguration *)configuration
               forNavigationAction:(WKNavigationAction *)action
                    windowFeatures:(WKWindowFeatures *)features {
    if ([_settings owns:action.request.URL]) [view loadRequest:action.request];
    return nil;
}

- (void)webView:(WKWebView *)view
    runJavaScriptAlertPanelWithMessage:(NSString *)message
                      initiatedByFrame:(WKFrameInfo *)frame
                     completionHandler:(void (^)(void))answer {
    UIAlertController *alert = Alert(message);
    Add(alert, @"OK", UIAlertActionStyleDefault, answer);
    if (![_screen show:alert]) answer();
}

- (void)webView:(WKWebView *)view
    runJavaScriptConfirmPanelWithMessage:(NSString *)message
                        initiatedByFrame:(WKFrameInfo *)frame
                       completionHandler:(void (^)(BOOL))answer {
    UIAlertController *alert = Alert(message);
    Add(alert, @"Cancel", UIAlertActionStyleCancel, ^{ answer(NO); });
    Add(alert, @"OK", UIAlertActionStyleDefault, ^{ answer(YES); });
    if (![_screen show:alert]) answer(NO);
}

- (void)webView:(WKWebView *)view
    runJavaScriptTextInputPanelWithPrompt:(NSString *)prompt
                              defaultText:(NSString *)text
                         initiatedByFrame:(WKFrameInfo *)frame
                        completionHandler:(void (^)(NSString *))answer {
    UIAlertController *alert = Alert(prompt);
    [alert addTextFieldWithConfigurationHandler:^(UITextField *field) {
        field.text = text;
    }];
    __weak UIAlertController *weakAlert = alert;
    Add(alert, @"Cancel", UIAlertActionStyleCancel, ^{ answer(nil); });
    Add(alert, @"OK", UIAlertActionStyleDefault, ^{
        UITextField *field = [weakAlert.textFields objectAtIndex:0];
        answer(field.text ? field.text : @"");
    });
    if (![_screen show:alert]) answer(nil);
}

- (void)webView:(WKWebView *)view
    requestMediaCapturePermissionForOrigin:(WKSecurityOrigin *)origin
                          initiatedByFrame:(WKFrameInfo *)frame
                                      type:(NSInteger)type
                           decisionHandler:(void (^)(NSInteger))decide {
    decide([self isOwn:origin] ? WKPermissionDecisionGrant : WKPermissionDecisionDeny);
}

- (void)webView:(WKWebView *)view
    requestDeviceOrientationAndMotionPermissionForOrigin:(WKSecurityOrigin *)origin
                                        initiatedByFrame:(WKFrameInfo *)frame
                                         decisionHandler:(void (^)(NSInteger))decide {
    decide([self isOwn:origin] ? WKPermissionDecisionGrant : WKPermissionDecisionDeny);
}

- (BOOL)isOwn:(WKSecurityOrigin *)origin {
    NSString *text = [[origin.protocol stringByAppendingString:@"://"] stringByAppendingString:origin.host];
    return origin.port == 0 && SLWTextEquals(text.UTF8String, _settings.origin.UTF8String);
}

@end
