#import "SLWViewController.h"
#import "SLWPageFactory.h"
#import "../declare/system.h"
#include "SLWCrashLimit.h"
#include "SLWOrigin.h"

static const long long LongestSplashNanoseconds = 4000000000;
static const NSTimeInterval FadeSeconds = 0.2;

@implementation SLWViewController {
    SLWSettings *_settings;
    SLWNavigation *_navigation;
    SLWPanels *_panels;
    WKWebView *_web;
    UIView *_splash;
    SLWCrashLimit _crashes;
    BOOL _mustReload;
    BOOL _isLight;
}

- (instancetype)init {
    self = [super init];
    if (self) {
        _settings = [[SLWSettings alloc] initWithBundle:[NSBundle mainBundle]];
        _isLight = SLWColourIsLight(_settings.background);
    }
    return self;
}

- (void)viewDidLoad {
    [super viewDidLoad];
    SLWServer *server = [[SLWServer alloc] initWithSettings:_settings bundle:[NSBundle mainBundle]];
    _navigation = [[SLWNavigation alloc] initWithScreen:self settings:_settings server:server];
    _panels = [[SLWPanels alloc] initWithScreen:self settings:_settings];
    UIColor *background = [self background];
    self.view.backgroundColor = background;
    _web = [SLWPageFactory viewWithFrame:self.view.bounds settings:_settings server:server];
    if (!_web) NSLog(@"Slipway: there is no web view");
    _web.navigationDelegate = _navigation;
    _web.UIDelegate = _panels;
    _web.backgroundColor = background;
    _web.scrollView.backgroundColor = background;
    [self fill:_web];
    [self loadPage];
    [self coverWith:background];
}

- (UIColor *)background {
    SLWColour colour = _settings.background;
    return [UIColor colorWithRed:colour.red green:colour.green blue:colour.blue alpha:colour.alpha];
}

- (void)fill:(UIView *)view {
    view.autoresizingMask = UIViewAutoresizingFlexibleWidth | UIViewAutoresizingFlexibleHeight;
    if (view) [self.view addSubview:view];
}

- (void)loadPage {
    NSURL *address = _navigation.address;
    if (!address) {
        address = [NSURL URLWithString:[[_settings.origin stringByAppendingString:@"/"] stringByAppendingString:_settings.start]];
    }
    if (address) [_web loadRequest:[NSURLRequest requestWithURL:address]];
}

// Hides the page until it has something to show, but not forever.
- (void)coverWith:(UIColor *)background {
    _splash = [[UIView alloc] initWithFrame:self.view.bounds];
    _splash.backgroundColor = background;
    [self fill:_splash];
    __weak SLWViewController *weakSelf = self;
    dispatch_after(dispatch_time(DISPATCH_TIME_NOW, LongestSplashNanoseconds), SLW_MAIN_QUEUE, ^{
        [weakSelf uncover];
    });
}

- (void)uncover {
    UIView *splash = _splash;
    _splash = nil;
    if (!splash) return;
    [UIView animateWithDuration:FadeSeconds
        animations:^{ splash.alpha = 0; }
        completion:^(BOOL isFinished) { [splash removeFromSuperview]; }];
}

- (void)pageVisible {
    [self uncover];
    // WebKit keeps pages that do not cover the whole screen off its edges; the area around them takes their colour.
    UIColor *colour = _web.underPageBackgroundColor;
    SLWColour parts = _settings.background;
    if ([colour getRed:&parts.red green:&parts.green blue:&parts.blue alpha:&parts.alpha]) self.view.backgroundColor = colour;
    _isLight = SLWColourIsLight(parts);
    [self setNeedsStatusBarAppearanceUpdate];
}

- (void)pageDied {
    // If the system ended the process in the background, the page is not at fault, and a new process would be ended too.
    if ([UIApplication sharedApplication].applicationState == UIApplicationStateBackground) {
        _mustReload = YES;
    } else if (SLWCrashLimitMayReload(&_crashes, [NSProcessInfo processInfo].systemUptime)) {
        [self loadPage];
    } else {
        [self say:@"This page stopped working."];
    }
}

- (void)reloadIfNeeded {
    if (_mustReload) [self loadPage];
    _mustReload = NO;
}

- (BOOL)show:(UIViewController *)controller {
    UIViewController *top = self;
    while (top.presentedViewController) top = top.presentedViewController;
    if (!controller || top.beingDismissed) return NO;
    UIPopoverPresentationController *popover = controller.popoverPresentationController;
    popover.sourceView = top.view;
    popover.sourceRect = top.view.bounds;
    [top presentViewController:controller animated:YES completion:nil];
    return YES;
}

- (void)say:(NSString *)text {
    UIAlertController *alert = [UIAlertController alertControllerWithTitle:nil message:text preferredStyle:UIAlertControllerStyleAlert];
    [alert addAction:[UIAlertAction actionWithTitle:@"OK" style:UIAlertActionStyleDefault handler:nil]];
    [self show:alert];
}

- (BOOL)prefersStatusBarHidden {
    return _settings.isFullscreen;
}

- (BOOL)prefersHomeIndicatorAutoHidden {
    return _settings.isFullscreen;
}

- (NSInteger)preferredStatusBarStyle {
    return _isLight ? UIStatusBarStyleDarkContent : UIStatusBarStyleLightContent;
}

- (NSUInteger)supportedInterfaceOrientations {
    const NSUInteger lying = UIInterfaceOrientationMaskLandscapeLeft | UIInterfaceOrientationMaskLandscapeRight;
    BOOL isPad = [UIDevice currentDevice].userInterfaceIdiom == UIUserInterfaceIdiomPad;
    NSUInteger upright = UIInterfaceOrientationMaskPortrait | (isPad ? UIInterfaceOrientationMaskPortraitUpsideDown : 0);
    const char *orientation = _settings.orientation.UTF8String;
    if (SLWTextEquals(orientation, "landscape")) return lying;
    return SLWTextEquals(orientation, "portrait") ? upright : upright | lying;
}

@end
