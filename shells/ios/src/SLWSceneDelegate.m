#import "SLWSceneDelegate.h"
#import "SLWViewController.h"

@implementation SLWSceneDelegate {
    SLWViewController *_controller;
}

@synthesize window = _window;

- (void)scene:(UIScene *)scene willConnectToSession:(UISceneSession *)session options:(UISceneConnectionOptions *)options {
    _controller = [[SLWViewController alloc] init];
    self.window = [[UIWindow alloc] initWithWindowScene:(UIWindowScene *)scene];
    self.window.rootViewController = _controller;
    [self.window makeKeyAndVisible];
}

- (void)sceneWillEnterForeground:(UIScene *)scene {
    [_controller reloadIfNeeded];
}

@end
