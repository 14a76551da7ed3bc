#import "SLWScreen.h"

// Opens links that leave the app in the app that the person uses for them.
@interface SLWLinks : NSObject
- (instancetype)initWithScreen:(id<SLWScreen>)screen;
- (void)open:(NSURL *)address;
@end
