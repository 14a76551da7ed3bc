#import "SLWScreen.h"

// Opens links that leave the app, in whatever app the person uses for them.
@interface SLWLinks : NSObject
- (instancetype)initWithScreen:(id<SLWScreen>)screen;
- (void)open:(NSURL *)address;
@end
