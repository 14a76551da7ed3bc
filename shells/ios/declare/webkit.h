// https://developer.apple.com/documentation/webkit
#pragma once
#include "uikit.h"

@class WKWebView, WKDownload;

// https://developer.apple.com/documentation/webkit/wknavigationactionpolicy and wknavigationresponsepolicy
enum { WKNavigationPolicyCancel = 0, WKNavigationPolicyAllow = 1, WKNavigationPolicyDownload = 2 };
// https://developer.apple.com/documentation/webkit/wknavigationtype
enum { WKNavigationTypeLinkActivated = 0 };
// https://developer.apple.com/documentation/webkit/wkpermissiondecision
enum { WKPermissionDecisionPrompt = 0, WKPermissionDecisionGrant = 1, WKPermissionDecisionDeny = 2 };
// https://developer.apple.com/documentation/webkit/wkaudiovisualmediatypes
enum { WKAudiovisualMediaTypeNone = 0 };
// https://developer.apple.com/documentation/webkit/wkuserscriptinjectiontime
enum { WKUserScriptInjectionTimeAtDocumentStart = 0 };

// https://developer.apple.com/documentation/webkit/wkurlschemetask
@protocol WKURLSchemeTask <NSObject>
@property (nonatomic, readonly, copy) NSURLRequest *request;
- (void)didReceiveResponse:(NSURLResponse *)response;
- (void)didReceiveData:(NSData *)data;
- (void)didFinish;
- (void)didFailWithError:(NSError *)error;
@end

// https://developer.apple.com/documentation/webkit/wkurlschemehandler
@protocol WKURLSchemeHandler <NSObject>
- (void)webView:(WKWebView *)view startURLSchemeTask:(id<WKURLSchemeTask>)task;
- (void)webView:(WKWebView *)view stopURLSchemeTask:(id<WKURLSchemeTask>)task;
@end

// https://developer.apple.com/documentation/webkit/wksecurityorigin
SLW_LOOKED_UP @interface WKSecurityOrigin : NSObject
@property (nonatomic, readonly, copy) NSString *protocol;
@property (nonatomic, readonly, copy) NSString *host;
@property (nonatomic, readonly) NSInteger port;
@end

// https://developer.apple.com/documentation/webkit/wkframeinfo
SLW_LOOKED_UP @interface WKFrameInfo : NSObject
@property (nonatomic, readonly, getter=isMainFrame) BOOL mainFrame;
@end

// https://developer.apple.com/documentation/webkit/wknavigation
SLW_LOOKED_UP @interface WKNavigation : NSObject
@end

// https://developer.apple.com/documentation/webkit/wknavigationaction
SLW_LOOKED_UP @interface WKNavigationAction : NSObject
@property (nonatomic, readonly, copy) WKFrameInfo *targetFrame;
@property (nonatomic, readonly) NSInteger navigationType;
@property (nonatomic, readonly, copy) NSURLRequest *request;
@property (nonatomic, readonly) BOOL shouldPerformDownload;
@end

// https://developer.apple.com/documentation/webkit/wknavigationresponse
SLW_LOOKED_UP @interface WKNavigationResponse : NSObject
@property (nonatomic, readonly) BOOL canShowMIMEType;
@end

// https://developer.apple.com/documentation/webkit/wkdownloaddelegate
@protocol WKDownloadDelegate <NSObject>
- (void)download:(WKDownload *)download
    decideDestinationUsingResponse:(NSURLResponse *)response
                 suggestedFilename:(NSString *)name
                 completionHandler:(void (^)(NSURL *))decide;
@optional
- (void)downloadDidFinish:(WKDownload *)download;
- (void)download:(WKDownload *)download didFailWithError:(NSError *)error resumeData:(NSData *)data;
@end

// https://developer.apple.com/documentation/webkit/wkdownload
SLW_LOOKED_UP @interface WKDownload : NSObject
@property (nonatomic, weak) id<WKDownloadDelegate> delegate;
@end

// https://developer.apple.com/documentation/webkit/wkpreferences
SLW_LOOKED_UP @interface WKPreferences : NSObject
@property (nonatomic) BOOL javaScriptCanOpenWindowsAutomatically;
@property (nonatomic, getter=isElementFullscreenEnabled) BOOL elementFullscreenEnabled;
@end

// https://developer.apple.com/documentation/webkit/wkuserscript
SLW_LOOKED_UP @interface WKUserScript : NSObject
- (instancetype)initWithSource:(NSString *)source injectionTime:(NSInteger)time forMainFrameOnly:(BOOL)isForMainFrameOnly;
@end

// https://developer.apple.com/documentation/webkit/wkusercontentcontroller
SLW_LOOKED_UP @interface WKUserContentController : NSObject
- (void)addUserScript:(WKUserScript *)script;
@end

// https://developer.apple.com/documentation/webkit/wkwebviewconfiguration
SLW_LOOKED_UP @interface WKWebViewConfiguration : NSObject
@property (nonatomic, strong) WKPreferences *preferences;
@property (nonatomic, strong) WKUserContentController *userContentController;
@property (nonatomic) BOOL allowsInlineMediaPlayback;
@property (nonatomic) NSUInteger mediaTypesRequiringUserActionForPlayback;
- (void)setURLSchemeHandler:(id<WKURLSchemeHandler>)handler forURLScheme:(NSString *)scheme;
@end

// https://developer.apple.com/documentation/webkit/wkwindowfeatures
SLW_LOOKED_UP @interface WKWindowFeatures : NSObject
@end

// https://developer.apple.com/documentation/webkit/wknavigationdelegate
@protocol WKNavigationDelegate <NSObject>
@optional
- (void)webView:(WKWebView *)view
    decidePolicyForNavigationAction:(WKNavigationAction *)action
                    decisionHandler:(void (^)(NSInteger))decide;
- (void)webView:(WKWebView *)view
    decidePolicyForNavigationResponse:(WKNavigationResponse *)response
                      decisionHandler:(void (^)(NSInteger))decide;
- (void)webView:(WKWebView *)view didCommitNavigation:(WKNavigation *)navigation;
- (void)webView:(WKWebView *)view didFinishNavigation:(WKNavigation *)navigation;
- (void)webView:(WKWebView *)view didFailNavigation:(WKNavigation *)navigation withError:(NSError *)error;
- (void)webView:(WKWebView *)view didFailProvisionalNavigation:(WKNavigation *)navigation withError:(NSError *)error;
- (void)webViewWebContentProcessDidTerminate:(WKWebView *)view;
- (void)webView:(WKWebView *)view navigationAction:(WKNavigationAction *)action didBecomeDownload:(WKDownload *)download;
- (void)webView:(WKWebView *)view navigationResponse:(WKNavigationResponse *)response didBecomeDownload:(WKDownload *)download;
@end

// https://developer.apple.com/documentation/webkit/wkuidelegate
@protocol WKUIDelegate <NSObject>
@optional
- (WKWebView *)webView:(WKWebView *)view
    createWebViewWithConfiguration:(WKWebViewConfiguration *)configuration
               forNavigationAction:(WKNavigationAction *)action
                    windowFeatures:(WKWindowFeatures *)features;
- (void)webView:(WKWebView *)view
    runJavaScriptAlertPanelWithMessage:(NSString *)message
                      initiatedByFrame:(WKFrameInfo *)frame
                     completionHandler:(void (^)(void))answer;
- (void)webView:(WKWebView *)view
    runJavaScriptConfirmPanelWithMessage:(NSString *)message
                        initiatedByFrame:(WKFrameInfo *)frame
                       completionHandler:(void (^)(BOOL))answer;
- (void)webView:(WKWebView *)view
    runJavaScriptTextInputPanelWithPrompt:(NSString *)prompt
                              defaultText:(NSString *)text
                         initiatedByFrame:(WKFrameInfo *)frame
                        completionHandler:(void (^)(NSString *))answer;
- (void)webView:(WKWebView *)view
    requestMediaCapturePermissionForOrigin:(WKSecurityOrigin *)origin
                          initiatedByFrame:(WKFrameInfo *)frame
                                      type:(NSInteger)type
                           decisionHandler:(void (^)(NSInteger))decide;
- (void)webView:(WKWebView *)view
    requestDeviceOrientationAndMotionPermissionForOrigin:(WKSecurityOrigin *)origin
                                        initiatedByFrame:(WKFrameInfo *)frame
                                         decisionHandler:(void (^)(NSInteger))decide;
@end

// https://developer.apple.com/documentation/webkit/wkwebview
SLW_LOOKED_UP @interface WKWebView : UIView
- (instancetype)initWithFrame:(CGRect)frame configuration:(WKWebViewConfiguration *)configuration;
@property (nonatomic, weak) id<WKNavigationDelegate> navigationDelegate;
@property (nonatomic, weak) id<WKUIDelegate> UIDelegate;
@property (nonatomic, readonly, strong) UIScrollView *scrollView;
@property (nonatomic, readonly, copy) NSURL *URL;
@property (nonatomic) BOOL allowsLinkPreview;
@property (nonatomic, copy) UIColor *underPageBackgroundColor;
@property (nonatomic, getter=isInspectable) BOOL inspectable;
- (WKNavigation *)loadRequest:(NSURLRequest *)request;
@end
