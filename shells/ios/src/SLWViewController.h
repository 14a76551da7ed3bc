#import "SLWScreen.h"

// The window's content: a web view and its surroundings. Survives a crash of the web view's process.
@interface SLWViewController : UIViewController <SLWScreen>

// Loads the page again if its process ended in the background.
- (void)reloadIfNeeded;
@end
