// https://developer.apple.com/documentation/uikit
// https://developer.apple.com/documentation/corefoundation/cgrect
#pragma once
#include "foundation.h"

typedef struct { CGFloat x, y; } CGPoint;
typedef struct { CGFloat width, height; } CGSize;
typedef struct { CGPoint origin; CGSize size; } CGRect;

@class UIView, UIViewController, UIWindow, UIWindowScene, UIScene, UISceneSession, UISceneConnectionOptions, UIApplication;

// https://developer.apple.com/documentation/uikit/uiviewautoresizing
enum { UIViewAutoresizingFlexibleWidth = 1 << 1, UIViewAutoresizingFlexibleHeight = 1 << 4 };
// https://developer.apple.com/documentation/uikit/uiinterfaceorientationmask
enum {
    UIInterfaceOrientationMaskPortrait = 1 << 1,
    UIInterfaceOrientationMaskPortraitUpsideDown = 1 << 2,
    UIInterfaceOrientationMaskLandscapeRight = 1 << 3,
    UIInterfaceOrientationMaskLandscapeLeft = 1 << 4,
};
// https://developer.apple.com/documentation/uikit/uistatusbarstyle
enum { UIStatusBarStyleLightContent = 1, UIStatusBarStyleDarkContent = 3 };
// https://developer.apple.com/documentation/uikit/uiuserinterfaceidiom
enum { UIUserInterfaceIdiomPhone = 0, UIUserInterfaceIdiomPad = 1 };
// https://developer.apple.com/documentation/uikit/uialertcontroller/style
enum { UIAlertControllerStyleAlert = 1 };
// https://developer.apple.com/documentation/uikit/uialertaction/style
enum { UIAlertActionStyleDefault = 0, UIAlertActionStyleCancel = 1 };
// https://developer.apple.com/documentation/uikit/uiapplication/state
enum { UIApplicationStateBackground = 2 };

// https://developer.apple.com/documentation/uikit/uiresponder
@interface UIResponder : NSObject
@end

// https://developer.apple.com/documentation/uikit/uicolor
SLW_LOOKED_UP @interface UIColor : NSObject
+ (UIColor *)colorWithRed:(CGFloat)red green:(CGFloat)green blue:(CGFloat)blue alpha:(CGFloat)alpha;
- (BOOL)getRed:(CGFloat *)red green:(CGFloat *)green blue:(CGFloat *)blue alpha:(CGFloat *)alpha;
@end

// https://developer.apple.com/documentation/uikit/uiview
SLW_LOOKED_UP @interface UIView : UIResponder
+ (void)animateWithDuration:(NSTimeInterval)seconds animations:(void (^)(void))changes completion:(void (^)(BOOL))completion;
- (instancetype)initWithFrame:(CGRect)frame;
@property (nonatomic) CGRect bounds;
@property (nonatomic) CGFloat alpha;
@property (nonatomic, getter=isOpaque) BOOL opaque;
@property (nonatomic, copy) UIColor *backgroundColor;
@property (nonatomic) NSUInteger autoresizingMask;
- (void)addSubview:(UIView *)view;
- (void)removeFromSuperview;
@end

// https://developer.apple.com/documentation/uikit/uiscrollview
SLW_LOOKED_UP @interface UIScrollView : UIView
@end

// https://developer.apple.com/documentation/uikit/uitextfield
SLW_LOOKED_UP @interface UITextField : UIView
@property (nonatomic, copy) NSString *text;
@end

// https://developer.apple.com/documentation/uikit/uiwindow
SLW_LOOKED_UP @interface UIWindow : UIView
- (instancetype)initWithWindowScene:(UIWindowScene *)scene;
@property (nonatomic, strong) UIViewController *rootViewController;
- (void)makeKeyAndVisible;
@end

// https://developer.apple.com/documentation/uikit/uipopoverpresentationcontroller
SLW_LOOKED_UP @interface UIPopoverPresentationController : NSObject
@property (nonatomic, strong) UIView *sourceView;
@property (nonatomic) CGRect sourceRect;
@end

// https://developer.apple.com/documentation/uikit/uiviewcontroller
@interface UIViewController : UIResponder
@property (nonatomic, strong) UIView *view;
@property (nonatomic, readonly) UIViewController *presentedViewController;
@property (nonatomic, readonly) UIPopoverPresentationController *popoverPresentationController;
@property (nonatomic, readonly, getter=isBeingDismissed) BOOL beingDismissed;
@property (nonatomic, readonly) BOOL prefersStatusBarHidden;
@property (nonatomic, readonly) BOOL prefersHomeIndicatorAutoHidden;
@property (nonatomic, readonly) NSInteger preferredStatusBarStyle;
@property (nonatomic, readonly) NSUInteger supportedInterfaceOrientations;
- (void)viewDidLoad;
- (void)setNeedsStatusBarAppearanceUpdate;
- (void)presentViewController:(UIViewController *)controller animated:(BOOL)animated completion:(void (^)(void))completion;
@end

// https://developer.apple.com/documentation/uikit/uialertaction
SLW_LOOKED_UP @interface UIAlertAction : NSObject
+ (instancetype)actionWithTitle:(NSString *)title style:(NSInteger)style handler:(void (^)(UIAlertAction *))handler;
@end

// https://developer.apple.com/documentation/uikit/uialertcontroller
SLW_LOOKED_UP @interface UIAlertController : UIViewController
+ (instancetype)alertControllerWithTitle:(NSString *)title message:(NSString *)message preferredStyle:(NSInteger)style;
@property (nonatomic, readonly) NSArray *textFields;
- (void)addAction:(UIAlertAction *)action;
- (void)addTextFieldWithConfigurationHandler:(void (^)(UITextField *))handler;
@end

// https://developer.apple.com/documentation/uikit/uiactivityviewcontroller
SLW_LOOKED_UP @interface UIActivityViewController : UIViewController
- (instancetype)initWithActivityItems:(NSArray *)items applicationActivities:(NSArray *)activities;
@end

// https://developer.apple.com/documentation/uikit/uidevice
SLW_LOOKED_UP @interface UIDevice : NSObject
+ (UIDevice *)currentDevice;
@property (nonatomic, readonly) NSString *systemVersion;
@property (nonatomic, readonly) NSInteger userInterfaceIdiom;
@end

// https://developer.apple.com/documentation/uikit/uiapplication
SLW_LOOKED_UP @interface UIApplication : UIResponder
+ (UIApplication *)sharedApplication;
@property (nonatomic, readonly) NSInteger applicationState;
- (void)openURL:(NSURL *)address options:(NSDictionary *)options completionHandler:(void (^)(BOOL))completion;
@end

// https://developer.apple.com/documentation/uikit/uiapplicationdelegate
@protocol UIApplicationDelegate <NSObject>
@optional
- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)options;
@end

// https://developer.apple.com/documentation/uikit/uiscenedelegate
@protocol UISceneDelegate <NSObject>
@optional
- (void)scene:(UIScene *)scene willConnectToSession:(UISceneSession *)session options:(UISceneConnectionOptions *)options;
- (void)sceneWillEnterForeground:(UIScene *)scene;
@end

// https://developer.apple.com/documentation/uikit/uiwindowscenedelegate
@protocol UIWindowSceneDelegate <UISceneDelegate>
@optional
@property (nonatomic, strong) UIWindow *window;
@end

// https://developer.apple.com/documentation/uikit/uiapplicationmain
int UIApplicationMain(int argumentCount, char *arguments[], NSString *principalClass, NSString *delegateClass);
