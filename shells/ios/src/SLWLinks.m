#import "SLWLinks.h"
#include "SLWOrigin.h"

@implementation SLWLinks {
    __weak id<SLWScreen> _screen;
}

- (instancetype)initWithScreen:(id<SLWScreen>)screen {
    self = [super init];
    if (self) _screen = screen;
    return self;
}

- (void)open:(NSURL *)address {
    if (!SLWLinkMayOpen(address.scheme.UTF8String)) {
        NSLog(@"Slipway: a link with scheme %@ is not opened", address.scheme);
        return;
    }
    __weak id<SLWScreen> screen = _screen;
    [[UIApplication sharedApplication] openURL:address
                                       options:[NSDictionary dictionary]
                             completionHandler:^(BOOL isOpened) {
                                 if (!isOpened) [screen say:@"No app can open this link."];
                             }];
}

@end
