#import "SLWNavigation.h"
#import "SLWPanels.h"

// Creates the web view that shows the app.
@interface SLWPageFactory : NSObject
+ (WKWebView *)viewWithFrame:(CGRect)frame settings:(SLWSettings *)settings server:(SLWServer *)server;
@end
