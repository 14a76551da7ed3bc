#import "SLWScreen.h"
#import "SLWSettings.h"

// alert, confirm and prompt, new windows, camera and microphone. Each question is answered exactly once: WebKit throws otherwise.
@interface SLWPanels : NSObject <WKUIDelegate>
- (instancetype)initWithScreen:(id<SLWScreen>)screen settings:(SLWSettings *)settings;
@end
