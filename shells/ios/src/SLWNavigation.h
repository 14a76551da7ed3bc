#import "SLWDownloads.h"
#import "SLWServer.h"

// Decides where pages come from and where links go. The page itself never leaves the app's origin; frames may show other web pages.
@interface SLWNavigation : NSObject <WKNavigationDelegate>

// The address of the page of the app that was shown last; nil before the first one.
@property (nonatomic, readonly) NSURL *address;

- (instancetype)initWithScreen:(id<SLWScreen>)screen settings:(SLWSettings *)settings server:(SLWServer *)server;
@end
